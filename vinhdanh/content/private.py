"""Where that lies which is nobody's business but the editors': beside content/, never in it."""

PRIVATE_FOLDER = "private"
"""Proofs, consents, reports, below the root. No build writes or reads it into what it publishes."""

CONSENTS = f"{PRIVATE_FOLDER}/consents"
"""The records of who agreed to what, one YAML file each. Builds read them and nothing else of the private folder."""
