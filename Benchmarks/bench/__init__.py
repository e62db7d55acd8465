"""The benchmarks of the server: `main` runs them, `catalogue` lists them, `targets` says what is wanted."""
