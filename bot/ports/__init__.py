"""What the use cases need from the outside, as protocols, one file a subject. `bot/app.py` chooses who fulfils them; tests may use fakes.

Persistence is one of them: use cases open a `UnitOfWork`, implemented once by `bot.storage` on PostgreSQL.
"""

from bot.ports.clock import Clock as Clock
from bot.ports.clock import PracticeClock as PracticeClock
from bot.ports.desk import Change as Change
from bot.ports.desk import ChangeFeed as ChangeFeed
from bot.ports.desk import ChangeKind as ChangeKind
from bot.ports.desk import DeskQueries as DeskQueries
from bot.ports.desk import RotaBook as RotaBook
from bot.ports.desk import Staff as Staff
from bot.ports.keeping import CannotOpen as CannotOpen
from bot.ports.keeping import Fate as Fate
from bot.ports.keeping import OnDangerUnkept as OnDangerUnkept
from bot.ports.keeping import SealedKey as SealedKey
from bot.ports.keeping import Sealing as Sealing
from bot.ports.keeping import Spill as Spill
from bot.ports.keeping import SpillFails as SpillFails
from bot.ports.keeping import TakeIn as TakeIn
from bot.ports.provider import LedgerUnavailable as LedgerUnavailable
from bot.ports.provider import Listed as Listed
from bot.ports.provider import PageSender as PageSender
from bot.ports.provider import ProviderLedger as ProviderLedger
from bot.ports.provider import Sender as Sender
from bot.ports.provider import SmsWebhooks as SmsWebhooks
from bot.ports.provider import WebhookRejected as WebhookRejected
from bot.ports.reading import Dialogue as Dialogue
from bot.ports.reading import LanguageIdentifier as LanguageIdentifier
from bot.ports.reading import Referrals as Referrals
from bot.ports.reading import Translator as Translator
from bot.ports.reading import Triage as Triage
from bot.ports.reading import Wording as Wording
from bot.ports.reading import Words as Words
from bot.ports.unit_of_work import Arrivals as Arrivals
from bot.ports.unit_of_work import AwayBecause as AwayBecause
from bot.ports.unit_of_work import DatabaseAway as DatabaseAway
from bot.ports.unit_of_work import StaleConversation as StaleConversation
from bot.ports.unit_of_work import UnitOfWork as UnitOfWork
from bot.ports.unit_of_work import UnitsOfWork as UnitsOfWork
