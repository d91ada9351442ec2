"""Runs over many reports: worker processes, adding to a record, coding again, fetching. They shard and merge; they extract nothing."""
