"""Of the authority stage: where a text names laws, and who rests an act on them."""
