"""Facts of audio and video files, and the checks of what belongs to them."""
