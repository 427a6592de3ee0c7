"""The Pelican edge of the attachments: offers the files that this build's texts link."""

from collections.abc import Iterator, Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.attachments.attachment_paths import attachment_path
from plugins.attachments.attachment_renderer import ATTACHED, AttachmentRenderer
from plugins.attachments.attachment_values import ATTACHMENT, Attachment
from plugins.attachments.settings import AttachmentsSettings
from plugins.newsroom.settings import settings_problems
from plugins.stet.facts import View
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.step import Step


def check_settings(pelican: Pelican) -> None:
    settings = pelican.settings
    run_of(settings).problems += settings_problems(AttachmentsSettings, settings, "ATTACHMENTS")


def offer_attachments(generators: Sequence[Generator]) -> None:
    """Offer each file that this build's texts link."""
    run = run_of(generators[0].settings)
    engine, keys = run.engine, run.publication.attachments
    engine.offer_renderer(ATTACHED, AttachmentRenderer())
    engine.offer_kinds({ATTACHED: Kind(make=_attachment, renderer=ATTACHED)})
    plan = Step("Planning files", b"attachments" + run.token, lambda _: _outputs(engine.view(), keys))
    engine.offer_outputs(plan)


def _attachment(view: View, output: Output) -> Attachment:
    (key,) = output.spec
    attachment = view.read(ATTACHMENT, key)
    if attachment is None:
        raise LookupError(f"no file {key!r}")
    return attachment


def _outputs(view: View, keys: Sequence[str]) -> Iterator[Output]:
    """Yield the files; where two have the same name and content, once."""
    seen = set()
    for key in keys:
        attachment = view.read(ATTACHMENT, key)
        if attachment and (path := attachment_path(attachment)) not in seen:
            seen.add(path)
            yield Output(path, ATTACHED, (key,))


def register() -> None:
    """Connect the attachments to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_attachments)
