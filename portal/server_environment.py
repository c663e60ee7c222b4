"""The environment variables that say how the portal is served in production. ``portal.serve`` reads them."""

from pydantic import Field
from pydantic_settings import BaseSettings


class ServerEnvironment(BaseSettings):
    """Those variables, read and checked."""

    web_processes: int = Field(0, ge=0, le=256, description="Server processes. 0: one for each core.")
    web_threads: int = Field(4, ge=1, le=64, description="Requests that each server process works on at once.")
