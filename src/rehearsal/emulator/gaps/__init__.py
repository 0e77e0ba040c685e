"""What moto lacks for real Terraform, added inside moto's own process; README.md lists every operation."""
