"""YAML files to checked model: strict reader, schema, references, provenance, problems."""
