"""What the project is made of besides its own code: licences, the bill of materials, known vulnerabilities."""
