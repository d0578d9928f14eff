"""A story as a server of the Model Context Protocol: tools, articles, prompts; read-only.

In: a story. Out: answers to one client on this process's standard input and output. Invariants: nothing is asked of a
network and nothing is written; standard output holds the protocol alone; a question that can't be asked comes back as
an error that says what can.
"""

import logging
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from mcp import MCPError, types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from throughline.asked import Clock
from throughline.chat import resources
from throughline.chat.answers import answer
from throughline.chat.options import Option, read, schema
from throughline.chat.prompts import PROMPTS, Prompt, instructions
from throughline.chat.tools import CLOCK, TOOLS, Tool
from throughline.errors import QueryError, ThroughlineError
from throughline.export.values import Json, dumps, tame
from throughline.ledger.memory import Memory
from throughline.story import Story

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Context = ServerRequestContext[Any]
_PAGE = 100  # articles of one page of the list
_READING = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve(story: Story) -> None:
    """Answer one client until it hangs up; fails at once, with advice, where there is no story."""
    story.status()
    anyio.run(_serve, application(story))


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def application(story: Story) -> Server[Any]:
    """The server of a story, which keeps what one question gathered for the next."""
    story = Story(story.path, Memory())
    server: Server[Any] = Server(
        "throughline",
        version=version("throughline"),
        title=f"Throughline: {story.path.stem}",
        instructions=instructions(story.path.stem),
        on_list_tools=_list_tools,
        on_call_tool=partial(_call_tool, story),
        on_list_resources=partial(_list_resources, story),
        on_list_resource_templates=_list_templates,
        on_read_resource=partial(_read_resource, story),
        on_list_prompts=_list_prompts,
        on_get_prompt=_get_prompt,
    )
    server.middleware.clear()  # the package's own tells a tracer of every call, where the machine has one set up
    return server


async def _list_tools(_context: _Context, _params: object) -> types.ListToolsResult:
    return types.ListToolsResult(
        tools=[
            types.Tool(
                name=tool.name,
                description=tool.about,
                input_schema=schema((*tool.options, *CLOCK)),
                annotations=_READING,
            )
            for tool in TOOLS.values()
        ]
    )


async def _call_tool(story: Story, _context: _Context, params: types.CallToolRequestParams) -> types.CallToolResult:
    try:
        told = await _worked_out(lambda: _answered(story, params.name, params.arguments or {}))
    except ThroughlineError as error:
        return types.CallToolResult(content=[_text(str(error))], is_error=True)
    except Exception:  # noqa: BLE001 - a mistake of ours must not end the conversation
        _log.exception("the tool %r failed", params.name)
        words = "This can't be answered: Throughline failed on it, which is its own mistake. Ask in another way."
        return types.CallToolResult(content=[_text(words)], is_error=True)
    return types.CallToolResult(content=[_text(dumps(told))], structured_content=told)


def _answered(story: Story, name: str, given: dict[str, Any]) -> dict[str, Json]:
    tool: Tool | None = TOOLS.get(name)
    if tool is None:
        raise QueryError(f"there is no tool {tame(name)[:40]!r}: there are {', '.join(TOOLS)}")
    asked = read(name, (*tool.options, *CLOCK), given)
    clock = Clock(asked.get("later") or asked["as_of"], asked["maybe"])
    found = tool.ask(story, asked, clock)
    return answer(found, story.articles(**clock.named), clock.as_of, maybe=clock.maybe)


async def _list_resources(
    story: Story, _context: _Context, params: types.PaginatedRequestParams | None
) -> types.ListResourcesResult:
    """The articles, a page at a time; the cursor is how many were listed before."""
    cursor = params.cursor if params else None
    if cursor and not (cursor.isascii() and cursor.isdigit() and len(cursor) < 10):
        raise MCPError(types.INVALID_PARAMS, "that is no cursor of this list")
    start = int(cursor or 0)
    heads = list((await _worked_out(story.articles)).values())
    return types.ListResourcesResult(
        resources=[
            types.Resource(
                uri=resources.address(head.id),
                name=head.id,
                title=resources.named(head),
                mime_type="text/plain",
            )
            for head in heads[start : start + _PAGE]
        ],
        next_cursor=str(start + _PAGE) if start + _PAGE < len(heads) else None,
    )


async def _list_templates(_context: _Context, _params: object) -> types.ListResourceTemplatesResult:
    return types.ListResourceTemplatesResult(
        resource_templates=[
            types.ResourceTemplate(
                name="article",
                uri_template=resources.ARTICLE,
                description="An article's text, with its outlet and days.",
                mime_type="text/plain",
            ),
            types.ResourceTemplate(
                name="evidence",
                uri_template=resources.EVIDENCE,
                description='The words that a "cite" id names (article-…:START-END), with what stands around them.',
                mime_type="application/json",
            ),
        ]
    )


async def _read_resource(
    story: Story, _context: _Context, params: types.ReadResourceRequestParams
) -> types.ReadResourceResult:
    uri = str(params.uri)
    try:
        found = await _worked_out(lambda: resources.opened(story, uri))
    except ThroughlineError as error:
        raise MCPError(types.INVALID_PARAMS, str(error)) from error
    return types.ReadResourceResult(
        contents=[types.TextResourceContents(uri=params.uri, mime_type=found.media_type, text=found.words)]
    )


async def _list_prompts(_context: _Context, _params: object) -> types.ListPromptsResult:
    def argument(option: Option) -> types.PromptArgument:
        return types.PromptArgument(name=option.name, description=option.about, required=option.is_required)

    return types.ListPromptsResult(
        prompts=[
            types.Prompt(name=one.name, description=one.about, arguments=list(map(argument, one.options)))
            for one in PROMPTS.values()
        ]
    )


async def _get_prompt(_context: _Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
    prompt: Prompt | None = PROMPTS.get(params.name)
    if prompt is None:
        raise MCPError(types.INVALID_PARAMS, f"there is no such prompt: there are {', '.join(PROMPTS)}")
    given = params.arguments or {}
    try:
        read(prompt.name, prompt.options, given)
    except QueryError as error:
        raise MCPError(types.INVALID_PARAMS, str(error)) from error
    words = prompt.words({option.name: tame(given.get(option.name, "")) for option in prompt.options})
    message = types.PromptMessage(role="user", content=_text(words))
    return types.GetPromptResult(description=prompt.about, messages=[message])


def _text(words: str) -> types.TextContent:
    return types.TextContent(type="text", text=words)


async def _worked_out(ask: Callable[[], _T]) -> _T:
    """Ask in a thread, so that the client is heard meanwhile."""
    return await anyio.to_thread.run_sync(ask)
