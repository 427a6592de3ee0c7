"""GitHub Pages and GitLab Pages: a folder that their own continuous integration takes."""
