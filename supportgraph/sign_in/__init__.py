"""Who signs in: public keys, the identity provider (OpenID Connect), staff."""
