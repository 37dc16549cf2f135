"""What people overrule, read from YAML."""

from according.overrides.types import (
    UNKNOWN,
    AliasRule,
    EntityOverride,
    EventOverride,
    Left,
    Meant,
    Overrides,
    SourceOverride,
)

__all__ = ["UNKNOWN", "AliasRule", "EntityOverride", "EventOverride", "Left", "Meant", "Overrides", "SourceOverride"]
