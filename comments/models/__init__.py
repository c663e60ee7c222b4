from comments.models.acceptance import RulesAcceptance
from comments.models.appeal import Appeal
from comments.models.comment import Comment, CommentRevision
from comments.models.commenter import Commenter, CommenterNote, Sanction
from comments.models.conversation import Conversation
from comments.models.crisis import CrisisCase
from comments.models.decision import Decision, DecisionNote
from comments.models.finding import Finding
from comments.models.follow_up import FollowUp
from comments.models.helpful import HelpfulVote
from comments.models.link import CommentLink
from comments.models.progress import Progress
from comments.models.report import Report
from comments.models.settings import ConversationSettings, HelpLine

__all__ = [
    "Appeal",
    "Comment",
    "CommentLink",
    "CommentRevision",
    "Commenter",
    "CommenterNote",
    "Conversation",
    "ConversationSettings",
    "CrisisCase",
    "Decision",
    "DecisionNote",
    "Finding",
    "FollowUp",
    "HelpLine",
    "HelpfulVote",
    "Progress",
    "Report",
    "RulesAcceptance",
    "Sanction",
]
