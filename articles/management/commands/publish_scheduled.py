"""Wagtail's command, which stops at the first page that may not go live: here such pages step aside before it runs."""

from wagtail.management.commands.publish_scheduled import Command as PublishScheduled

from articles.publication.schedule import due_and_refused, unschedule


class Command(PublishScheduled):
    """Unschedules what the gate refuses, then publishes and takes down what is due."""

    def handle(self, *args, **options):
        for revision, reasons in list(due_and_refused()):
            self.stderr.write(f"Not published: {revision.object_str}. {' '.join(reasons)}")
            if not options["dryrun"]:
                unschedule(revision, reasons)
        super().handle(*args, **options)
