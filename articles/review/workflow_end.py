"""``WAGTAIL_FINISH_WORKFLOW_ACTION``. Wagtail imports this module while its models load, so that it imports none."""


def publish_approved(workflow_state, user=None):
    """Publishes what the workflow approved. Raises ``PublicationRefusedError`` if no text of it is approved."""
    from articles.publication.gate import demand_publishable  # noqa: PLC0415 - see above
    from articles.review.submission import revision_to_publish  # noqa: PLC0415

    revision = revision_to_publish(workflow_state)
    if revision is None:
        demand_publishable(workflow_state.content_object.get_latest_revision_as_object())
    else:
        # The workflow's last word stands for the right to publish: reviewers have none of their own.
        revision.publish(user=user, skip_permission_checks=True)
