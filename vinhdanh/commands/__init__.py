"""What each command of the command line does: its own arguments, what it says, its exit code.

Every module offers its commands to the parser by `offer`; `cli` puts them together.
"""
