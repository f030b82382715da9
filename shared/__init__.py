"""What every system stands on: values, rules, ports, the kernel, and the adapters behind the ports."""
