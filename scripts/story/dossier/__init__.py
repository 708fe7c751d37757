"""The editorial layer: `dossier.fr.yml` and `sources.yml`, read, drafted, described for editors."""
