"""YAML that people write, read into the classes of the model with every fault and its line."""
