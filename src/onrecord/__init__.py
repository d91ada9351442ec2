"""OnRecord: an accountable record of political and conflict events from news reports."""

__version__ = "0.1.0"
