"""Official papers: what each one states, the template that shows it, and the press that makes the PDF."""
