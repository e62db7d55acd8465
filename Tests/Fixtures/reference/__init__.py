"""What the fixtures' kernels must compute, written down independently of any PTX implementation."""
