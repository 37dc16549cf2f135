"""The publishing workflow is valid and keeps what recent versions of its actions would drop."""

import subprocess
import sys
from pathlib import Path

import yaml

WORKFLOW = Path(__file__).resolve().parent.parent / ".github" / "workflows" / "publish.yaml"


def test_the_workflow_is_valid():
    """GitHub's schema, as check-jsonschema ships it, accepts the file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_upload_keeps_dotfiles():
    """.nojekyll reaches Pages only if hidden files are included."""
    steps = yaml.safe_load(WORKFLOW.read_text("utf8"))["jobs"]["build"]["steps"]
    upload = next(s for s in steps if s.get("uses", "").startswith("actions/upload-pages-artifact@"))
    assert upload["with"]["include-hidden-files"] is True


def test_the_cache_is_kept_between_runs():
    """What was annotated once is not annotated again."""
    steps = yaml.safe_load(WORKFLOW.read_text("utf8"))["jobs"]["build"]["steps"]
    kept = next(s for s in steps if s.get("uses", "").startswith("actions/cache@"))
    assert kept["with"]["path"] == ".cache"
