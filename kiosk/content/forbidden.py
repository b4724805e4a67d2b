"""What a questionnaire may never ask: the numbers that identity thieves want (201 CMR 17.00, card rules)."""

from __future__ import annotations

import re
import unicodedata

NUMBER = r"(number|no|nr|num|numero|id|code|codigo|member|policy|group)"
PATTERNS = {
    "a Social Security number": r"ssn|nss|social ?security|(seguro|seguridad) social|itin",
    "a driver's licence": r"driv(er|ers|er s|ing) ?(license|licence)|licencia (de|para) (conducir|manejar|manejo)"
    r"|(carnet|permiso) de conducir|dl number",
    "a card number": r"(credit|debit|payment|bank) ?card|card ?number|cvv|cvc|tarjeta (de )?(credito|debito|pago)"
    r"|tarjeta bancaria|numero de (la |su |tu )?tarjeta|account number|numero de (la |su |tu )?cuenta",
    "an insurance number": rf"insurance( \w+)?( \w+)? {NUMBER}|(policy|member|subscriber) (id|number|no)"
    rf"|{NUMBER} (de|del) (la |su |tu )?(seguro|poliza|afiliado|asegurado)|poliza"
    r"|(insurance|medicare|medicaid) ?(number|id|card|policy)|tarjeta (de|del) (su |tu )?seguro",
}


def forbidden(words: str) -> str | None:
    """What these words ask for that the kiosk refuses to keep, in English and Spanish; None when nothing."""
    plain = _plain(words)
    return next((what for what, pattern in PATTERNS.items() if re.search(rf"\b(?:{pattern})\b", plain)), None)


def _plain(words: str) -> str:
    """Small letters without accents; ``insuranceNumber`` and ``insurance-number`` become ``insurance number``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words)
    letters = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", letters)
