"""The commands `gold …`: drafts for a person to correct, their check, and exchange with other labelling tools."""
import typer

gold = typer.Typer(no_args_is_help=True, help="Label gold by hand: draft, check, exchange.")


@gold.callback()
def _gold() -> None:
    pass
