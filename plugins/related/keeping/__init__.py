"""Rankings kept from build to build, and brought up to date after an edit."""
