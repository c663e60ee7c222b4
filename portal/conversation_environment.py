"""The environment variables of the conversation. ``portal.environment`` adds them to the others."""

import os
import re

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from portal.environment_values import CommaSeparated

DOTTED_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")


class ConversationEnvironment(BaseSettings):
    """What screens comments, how soon somebody looks, and how many stand on a page."""

    comment_detectors: CommaSeparated = Field((), description="Further detectors of comments, by their dotted names.")
    comment_model: str = Field("", description="File of a local model that scores comments. Empty: none does.")
    crisis_target_minutes: int = Field(
        15, ge=1, description="How soon somebody should look when a comment tells of danger."
    )
    comments_per_page: int = Field(20, ge=1, le=1000, description="Comments on one page of a conversation.")

    @field_validator("comment_detectors")
    @classmethod
    def _dotted_names(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(DOTTED_NAME.fullmatch(name) for name in value) or len(set(value)) < len(value):
            raise ValueError("must hold dotted names, each once, separated by commas, such as our_portal.words.Words.")
        return value

    @field_validator("comment_model")
    @classmethod
    def _weights(cls, value: str) -> str:
        if value and (not value.endswith(".json") or not os.access(value, os.R_OK)):
            raise ValueError("must be a .json file that the portal can read. No other kind of model is opened.")
        return value
