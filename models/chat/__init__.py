"""The hosted chat model: asked within a budget, held to what its sources say."""
