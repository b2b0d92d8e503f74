"""Pages become bytes: a template sees its page's values, what its edition always says, and nothing else."""

from glose.digest.site.render.renderer import Renderer

__all__ = ["Renderer"]
