"""The browser of the user."""

import webbrowser


def show(url: str) -> bool:
    """Open an address; False where there is no browser."""
    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
