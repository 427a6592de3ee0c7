"""A bucket of S3, Google, Azure or a store that speaks like one."""
