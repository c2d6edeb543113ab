"""The formulas of Breakdown for one candidate and criterion, over Working and Own evidence.

The passages found stand together on Working; those that the committee added are picked out by the
row of Breakdown that they belong to.
"""

from ranking.model.call import Call, Scale
from ranking.outputs.workbook import rules
from ranking.outputs.workbook.plan import Block
from ranking.outputs.workbook.tables import BREAKDOWN, WORKING

_SUBSTANTIAL = f'">={rules.SUBSTANTIAL}"'


class BlockFormulas:
    """The formulas of one row of Breakdown.

    Args:
        block: What the row is about.
        call: The call.
    """

    def __init__(self, block: Block, call: Call) -> None:
        self._block = block
        self._scale = block.criterion.scale
        self._topics = tuple(dict.fromkeys(rules.topic_groups(call).values()))

    def own(self) -> str:
        """Count the passages that the committee added."""
        return f"COUNTIF(own_block,{self._key})"

    def passages(self) -> str:
        """Count the passages that count."""
        found = f'COUNTIF({self._span("level_place")},">0")+' if self._found else ""
        return f"{found}{self._at('own')}"

    def best(self) -> str:
        """Return the points of the best passage, without stated interests."""
        if self._scale is Scale.INTERESTS:
            others = f">{rules.STATED}"
            earned = f"({self._span('level_place')}{others})*{self._span('points')}"
            found = f"SUMPRODUCT(MAX({earned}))"
        else:
            others, level = ">0", self._at("best_level")
            found = f"IF({level}=0,0,INDEX({self._ladder}_points,{level}))"
        own = f"SUMPRODUCT(MAX((own_block={self._key})*(own_level{others})*own_points))"
        return f"MAX({found if self._found else 0},{self._if_own(own)})"

    def best_level(self) -> str:
        """Return the level, by its place on the scale, of the best passage found; 0: no points."""
        if not self._found:
            return "0"
        levels, place = self._span("level_place"), self._at("best_place")
        if self._scale is Scale.INTERESTS:
            return f"IF({place}=0,0,INDEX({levels},{place}))"
        held = f"(COUNTIF({levels},{self._ladder}_numbers)>0)"
        best = f"SUMPRODUCT(MAX({held}*{self._ladder}_order))"
        return f"MATCH({best},{self._ladder}_order,0)*({best}>0)"

    def best_place(self) -> str:
        """Return where on Working, within the block, the best passage found stands; 0: none."""
        if not self._found:
            return "0"
        levels, points = self._span("level_place"), self._span("points")
        if self._scale is Scale.INTERESTS:
            return f"IF(MAX({points})=0,0,MATCH(MAX({points}),{points},0))"
        level = self._at("best_level")
        return f"IF({level}=0,0,MATCH({level},{levels},0))"

    def stated(self) -> str:
        """Sum up the best stated points of each group of topics."""
        found = [g for g in self._topics if g in self._block.groups[: len(self._block.working)]]
        among_found = "+".join(self._stated_found(group) for group in found) or "0"
        both = "+".join(self._stated(group, found=group in found) for group in self._topics) or "0"
        return f"IF({self._at('own')}=0,{among_found},{both})"

    def _stated_found(self, group: int) -> str:
        stated = f"({self._span('group')}={group})*({self._span('level_place')}={rules.STATED})"
        return f"SUMPRODUCT(MAX({stated}*{self._span('points')}))"

    def _stated(self, group: int, *, found: bool) -> str:
        own = f"(own_block={self._key})*(own_level={rules.STATED})*(own_group={group})*own_points"
        added = f"SUMPRODUCT(MAX({own}))"
        return f"MAX({self._stated_found(group)},{added})" if found else added

    def different(self) -> str:
        """Count the independent proofs, the achievements, or the groups of stated topics."""
        if self._scale is Scale.AREA:
            proofs = tuple(range(1, len(rules.PROOF_NAMES) + 1))
            return self._count_groups(proofs, _SUBSTANTIAL, ">0")
        if self._scale is Scale.INTERESTS:
            return self._count_groups(self._topics, str(rules.STATED), ">0")
        if not self._found:
            return self._at("own")
        groups, levels = self._span("group"), self._span("level_place")
        shared = f'COUNTIFS({groups},{groups},{levels},">0")+({levels}=0)'
        return f"ROUND(SUMPRODUCT(({levels}>0)/({shared})),0)+{self._at('own')}"

    def unread_proofs(self) -> str:
        """Count the proofs of unread documents that no passage is yet."""
        proofs = tuple(rules.proof_number(proof) for proof in self._block.score.unread_proofs)
        return self._count_groups(proofs, _SUBSTANTIAL, "=0")

    def bonus(self, different: str = "") -> str:
        """Return the bonus for so many different proofs or achievements, by default those found."""
        if self._scale is Scale.INTERESTS:
            return "0"
        name = "proof" if self._scale is Scale.AREA else "achievement"
        return f"{name}_bonus*MIN({name}_bonus_max,MAX(0,{different or self._at('proofs')}-1))"

    def score(self) -> str:
        """Return the score; nothing where documents are unread and no passage counts."""
        best = self._at("best")
        earned = f"ROUND(MIN(cap,{best}+{self._at('bonus')}),6)"
        if self._scale is Scale.GRADES:
            return f"ROUND(cap*{self._at('mean')},6)"
        if self._scale is Scale.INTERESTS:
            shown = f"MAX(0,MIN(cap-stated_cap,{best}))"
            earned = f"ROUND(MIN(cap,MIN(stated_cap,{self._at('stated')})+{shown}),6)"
        if not self._block.score.unread_level:
            return earned
        return f'IF({self._at("passages")}=0,"",{earned})'

    def could_be(self) -> str:
        """Return the score with every unknown at its best."""
        score = self._block.score
        unread = bool(score.unread_level)
        if self._scale is Scale.GRADES:
            unread = unread or score.mean is None
        if not unread:
            return self._at("score")
        if self._scale is Scale.AREA:
            proofs = f"({self._at('proofs')}+{self._at('unread_proofs')})"
            highest = f"MAX({self._at('best')},{self._unread_points()})"
            return f"ROUND(MIN(cap,{highest}+{self.bonus(proofs)}),6)"
        if self._scale is Scale.INTERESTS:
            return f'IF({self._at("score")}="",cap,{self._could_be_interests()})'
        return "cap"

    def _could_be_interests(self) -> str:
        stated = f"MIN(stated_cap,{self._at('stated')})"
        if self._block.score.unread_interests:
            stated = "stated_cap"
        shown = f"MAX({self._at('best')},shown_share*{self._unread_points()})"
        return f"ROUND(MIN(cap,{stated}+MAX(0,MIN(cap-stated_cap,{shown}))),6)"

    def _unread_points(self) -> str:
        return f"IFERROR(INDEX(level_points,MATCH({self._at('unread_level')},level_names,0)),0)"

    def _count_groups(self, groups: tuple[int, ...], level: str, test: str) -> str:
        """Count the groups whose number of passages at a level passes a test."""
        if not groups:
            return "0"
        numbers = "{" + ",".join(str(group) for group in groups) + "}"
        own = f"COUNTIFS(own_block,{self._key},own_group,{numbers},own_level,{level})"
        if not self._found:
            return f"SUMPRODUCT(--({own}{test}))"
        levels = self._span("level_place")
        found = f"COUNTIFS({self._span('group')},{numbers},{levels},{level})"
        both = f"SUMPRODUCT(--({own}+{found}{test}))"
        return f"IF({self._at('own')}=0,SUMPRODUCT(--({found}{test})),{both})"

    def _if_own(self, formula: str) -> str:
        """Return a formula over the added passages that is not computed where there is none."""
        return f"IF({self._at('own')}=0,0,{formula})"

    @property
    def _found(self) -> bool:
        return bool(self._block.working)

    @property
    def _ladder(self) -> str:
        return rules.ladder_name(self._block.criterion)

    @property
    def _key(self) -> int:
        return self._block.row

    def _at(self, key: str) -> str:
        return BREAKDOWN.at(key, self._block.row)

    def _span(self, key: str) -> str:
        first = self._block.start.working
        return WORKING.span(key, first, first + len(self._block.working) - 1)
