import pytest

from plugins.publish.errors import PublishError
from plugins.publish.target_names import SCHEMES, checked_target, file_name, variable_of
from plugins.publish.targets.open import _OPENERS

WHOLE = (
    "write the whole address (s3://, gs://, az://, ssh://, netlify://, cloudflare://, firebase://, pages://), for a"
    " folder of that name"
)


def test_files_about_a_target_have_a_name_of_its_own_whatever_slash_ends_it() -> None:
    assert file_name("s3://a") != file_name("s3://b")
    assert file_name("s3://a/") == file_name("s3://a")
    assert file_name("ssh://me@host/a b").isalnum()


@pytest.mark.parametrize(
    "target",
    [
        "published",
        "/srv/site",
        "../site",
        "s3/one",
        "./host:site",
        "s3://one/two",
        "az://$web",
        "gs://my_bucket",
        "ssh://me@host:22/x",
    ],
)
def test_what_can_be_a_target_is_taken_as_it_is(target: str) -> None:
    assert checked_target(target) == target


def test_a_scheme_counts_in_small_letters() -> None:
    assert checked_target("S3://one") == "s3://one"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("s3:one", "'s3:one' is no address yet; write 's3://one'"),
        ("s3:/one/two", "'s3:/one/two' is no address yet; write 's3://one/two'"),
        ("S3//one", "'S3//one' is no address yet; write 's3://one'"),
        ("s3;//one", "'s3;//one' is no address yet; write 's3://one'"),
        ("s3:\\\\one", "'s3:\\\\\\\\one' is no address yet; write 's3://one'"),
        ("ssh:/host/x", "'ssh:/host/x' is no address yet; write 'ssh://host/x'"),
        ("ssh:host", "'ssh:host' is no address yet; write 'ssh://host/folder'"),
        ("netlify:small", "'netlify:small' is no address yet; write 'netlify://small'"),
        (
            "host:/folder",
            "'host:/folder' looks like an address; for a server write 'ssh://host/folder', for a folder of that name"
            " './host:/folder'",
        ),
        (
            "me@host:site",
            "'me@host:site' looks like an address; for a server write 'ssh://me@host/folder/site', for a folder of that"
            " name './me@host:site'",
        ),
        (
            "me@host",
            "'me@host' looks like an address; for a server write 'ssh://me@host/folder/', for a folder of that name"
            " './me@host'",
        ),
        (
            "me@host/srv/x",
            "'me@host/srv/x' looks like an address; for a server write 'ssh://me@host/srv/x', for a folder of that name"
            " './me@host/srv/x'",
        ),
        ("ftp://host/x", "'ftp://host/x': there is no ftp://; write 'ssh://host/x'"),
        ("gcs://one", "'gcs://one': there is no gcs://; write 'gs://one'"),
        ("cloudfare://one", "'cloudfare://one': there is no cloudfare://; did you mean cloudflare://?"),
        (
            "s4://one",
            "'s4://one': there is no s4://; known are a folder, s3://, gs://, az://, ssh://, netlify://, cloudflare://,"
            " firebase://, pages://",
        ),
        ("file:///srv/x", "'file:///srv/x': there is no file://; write the folder alone, '/srv/x'"),
        (
            "https://site.example",
            "'https://site.example': there is no https://; write where files are sent to (s3://bucket, ssh://host/folder"
            " …); PUBLISH_URL is where readers find them",
        ),
        ("~/site", "'~/site' begins with ~, which only a shell replaces; write '/home/ann/site'"),
        ("~nobody-here/x", "'~nobody-here/x' begins with ~, which only a shell replaces; write the whole path"),
        ("$HOME/x", "'$HOME/x' has a variable in it that no shell has replaced; write '/home/ann/x'"),
        ("${NONE_SUCH}/x", "'${NONE_SUCH}/x' has a variable in it that no shell has replaced; write the folder itself"),
        ("ssh://$HOST/x", "'ssh://$HOST/x' has a variable in it that no shell has replaced; write the address itself"),
        ("s3://$BUCKET", "'s3://$BUCKET' has a variable in it that no shell has replaced; write the name itself"),
        ("", "is empty; name a folder (published) or an address (s3://bucket)"),
        (" \n", "is empty; name a folder (published) or an address (s3://bucket)"),
        ("s3://one\n", "has spaces or a line's end around it; write 's3://one'"),
        (" published", "has spaces or a line's end around it; write 'published'"),
        ("one\nlished", "'one\\nlished' has a line's end or the like in it; write one target, without"),
        ("a\0b", "'a\\x00b' has a line's end or the like in it; write one target, without"),
        ('"s3://one"', "'\"s3://one\"' has quotes around it; write 's3://one'"),
        ("'published'", "\"'published'\" has quotes around it; write 'published'"),
        ('""', "'\"\"' has quotes around it; write a folder (published) or an address (s3://bucket)"),
        ("PUBLISH_TARGET=s3://one", "'PUBLISH_TARGET=s3://one' is more than a target; write 's3://one'"),
        ("=published", "'=published' is more than a target; write 'published'"),
        ("target = 'published", "\"target = 'published\" is more than a target; write 'published'"),
        ("--force", "'--force' is more than a target; write 'force'"),
        ("arn:aws:s3:::one", "'arn:aws:s3:::one' is no address yet; write 's3://one'"),
        ("s3", f"'s3' is no address yet; {WHOLE} './s3'"),
        ("one.s3.amazonaws.com", f"'one.s3.amazonaws.com' is no address yet; {WHOLE} './one.s3.amazonaws.com'"),
        ("kabar.netlify.app/", f"'kabar.netlify.app/' is no address yet; {WHOLE} './kabar.netlify.app/'"),
        ("published, s3://one", f"'published, s3://one' is no address yet; {WHOLE} './published, s3://one'"),
        (
            "s3://My_Bucket",
            "'s3://My_Bucket': no bucket can be called 'My_Bucket'; a name has 3 to 63 small letters, digits,"
            " hyphens and full stops",
        ),
        (
            "s3://localhost:9000/one",
            "'s3://localhost:9000/one': no bucket can be called 'localhost:9000'; a name has 3 to 63 small letters,"
            " digits, hyphens and full stops; the address of a store goes into AWS_ENDPOINT_URL",
        ),
        (
            "az://a--b",
            "'az://a--b': no bucket can be called 'a--b'; a name has 3 to 63 small letters, digits and hyphens",
        ),
        ("s3:///x", "'s3:///x' names no bucket; write s3://bucket or s3://bucket/prefix"),
        (
            "s3://one.s3.amazonaws.com",
            "'s3://one.s3.amazonaws.com' names a host; write s3:// and the bucket's name alone",
        ),
        (
            "s3://one/a/../b",
            "'s3://one/a/../b' has an empty part, . or .. in its prefix; write 's3://one/a/b', if that is meant",
        ),
        ("s3://one//b", "'s3://one//b' has an empty part, . or .. in its prefix; write 's3://one/b', if that is meant"),
        ("s3:key:secret@one", "'s3:key:…@one' is no address yet; write 's3://key:…@one'"),
    ],
)
def test_what_would_be_a_folder_by_mistake_is_told_with_what_to_write(
    target: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ann")

    with pytest.raises(ValueError) as caught:
        checked_target(target)

    assert str(caught.value) == words


def test_every_scheme_can_be_opened() -> None:
    assert {"", *SCHEMES} == set(_OPENERS)


@pytest.mark.parametrize("value", ["", " ", "\n"])
def test_a_variable_that_is_set_and_empty_is_refused(value: str) -> None:
    with pytest.raises(PublishError) as caught:
        variable_of({"PUBLISH_TARGET": value}, "PUBLISH_TARGET")

    said = "PUBLISH_TARGET is set and empty; give it a value, or unset it"
    assert str(caught.value) == said


def test_a_variable_that_is_not_set_names_nothing() -> None:
    assert variable_of({}, "PUBLISH_TARGET") is None
