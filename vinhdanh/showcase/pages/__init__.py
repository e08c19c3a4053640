"""The pages of the showcase, a module for each family: every function turns the catalogue into planned outputs."""
