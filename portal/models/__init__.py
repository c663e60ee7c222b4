from portal.models.change import ContentChange
from portal.models.community import CommunitySettings
from portal.models.front import FrontState, GoneAddress
from portal.models.job import JobRun
from portal.models.ledger import LedgerEntry, LedgerError, LedgerHead
from portal.models.pages import HomePage, PortalPage, StandardPage
from portal.models.picture import Picture, PictureRendition
from portal.models.sign_in import FailedTry, RecoveryCode, SecondFactor, StaffSession
from portal.models.staff_letter import StaffLetter
from portal.models.user import User

__all__ = [
    "CommunitySettings",
    "ContentChange",
    "FailedTry",
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
    "RecoveryCode",
    "SecondFactor",
    "StaffLetter",
    "StaffSession",
    "StandardPage",
    "User",
]
