from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.backends import open_store


@pytest.mark.parametrize(
    "target", ["s3://", "s3://name:hidden@bucket", "az://container?sig=hidden", "s3://[hidden", "x"]
)
def test_what_is_no_bucket_is_refused_and_not_repeated(target: str) -> None:
    with pytest.raises(PublishError, match="the target is no bucket; write s3://bucket") as refused:
        open_store(target, {})

    assert "hidden" not in str(refused.value)


def test_a_profile_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOME": str(tmp_path), "AWS_PROFILE": "nobody"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)

    with pytest.raises(PublishError, match=r"cannot be opened \(The config profile \(nobody\) could not be found\)"):
        open_store("s3://bucket", {"HOME": str(tmp_path), "AWS_PROFILE": "nobody"})
