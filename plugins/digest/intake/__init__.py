"""The file side of conversion: seeds in, articles out, and nothing lost in between."""
