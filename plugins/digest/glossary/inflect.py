def variants(text: str, lang: str) -> tuple[str, ...]:
    return (text, text + "s") if not text.endswith("s") else (text, text[:-1])
