from portal.models.change import ContentChange
from portal.models.community import CommunitySettings
from portal.models.front import FrontState, GoneAddress
from portal.models.job import JobRun
from portal.models.ledger import LedgerEntry, LedgerError, LedgerHead
from portal.models.pages import HomePage, PortalPage, StandardPage
from portal.models.picture import Picture, PictureRendition
from portal.models.user import User

__all__ = [
    "CommunitySettings",
    "ContentChange",
    "FrontState",
    "GoneAddress",
    "HomePage",
    "JobRun",
    "LedgerEntry",
    "LedgerError",
    "LedgerHead",
    "Picture",
    "PictureRendition",
    "PortalPage",
    "StandardPage",
    "User",
]
