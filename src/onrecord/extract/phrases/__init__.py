"""What single words and fixed phrases mean where they stand, asked by several stages."""
