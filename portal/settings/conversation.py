"""How a conversation is shown."""

from portal.environment import environment

COMMENTS_ON_A_PAGE = environment().comments_on_a_page
