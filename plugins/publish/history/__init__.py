"""Earlier releases: their contents and their catalogue, kept on the publisher's machine."""
