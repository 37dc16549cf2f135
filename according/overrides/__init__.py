"""What people overrule, read from YAML."""

from according.overrides.types import (
    AliasRule,
    EntityOverride,
    EventOverride,
    Overrides,
    SourceOverride,
)

__all__ = ["AliasRule", "EntityOverride", "EventOverride", "Overrides", "SourceOverride"]
