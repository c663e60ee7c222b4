"""The letters, a module for each kind. Importing this registers them all."""
