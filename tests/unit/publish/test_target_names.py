from plugins.publish.target_names import file_name


def test_files_about_a_target_have_a_name_of_its_own_whatever_slash_ends_it() -> None:
    assert file_name("s3://a") != file_name("s3://b")
    assert file_name("s3://a/") == file_name("s3://a")
    assert file_name("ssh://me@host/a b").isalnum()
