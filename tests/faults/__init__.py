"""What breaks a build from outside, and what is left then: `python3 -m tests.faults` prints docs/reliability.md."""
