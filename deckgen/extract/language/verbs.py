"""Verb forms that can be the finite verb of a statement in study text."""

import re

BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "isn’t",
        "aren’t",
        "wasn’t",
        "weren’t",
    ]
)
AUXILIARIES = BE | frozenset(
    """
    has have had can may must should will would could might cannot shall does do did can't
    won't doesn't don't didn't hasn't haven't shouldn't mustn't wouldn't couldn't can’t
    won’t doesn’t don’t didn’t hasn’t haven’t shouldn’t mustn’t wouldn’t couldn’t
    """.split()
)
_BASE = """
    absorb accelerate accept accompany account accumulate achieve acquire act adapt add
    address adhere adjust administer adopt advance affect aid aim alert align allocate allow
    alter amount amplify analyze analyse announce answer appear apply appoint approach argue
    arise arrange arrive ask assert assess assign assist assume assure attach attack attempt
    attend attract authorize avoid balance ban base bear become begin behave belong bend
    benefit bind block boil borrow break bring broadcast build burn buy calculate call
    cancel capture carry cast catch cause center challenge change characterize charge check
    choose circulate claim clarify classify clean clear climb close collapse collect combine
    come communicate compare compensate compete complete comply comprise compress
    concentrate concern conclude condense conduct confirm conflict connect consider consist
    constitute constrain consume contact contain continue contract contradict contrast
    contribute control convert convey cool cope correct correspond cost count cover create
    cross crystallize cure cut cycle damage deal decay decide declare decline decompose
    decrease defeat defend define delay delegate deliver demand demonstrate denote deny
    depend depict deposit derive descend describe deserve designate destroy detect
    deteriorate determine develop deviate differ differentiate diffuse digest dilate
    diminish direct disable discharge disclose discourage discover display dissolve
    distinguish distribute divide dominate donate double drain draw drive drop earn ease eat
    elect eliminate embody emerge emit emphasize employ empty enable enclose encode
    encounter encourage end endorse enforce engage enhance enlarge ensure enter entitle
    equal eradicate erode escape establish estimate evaluate evaporate evolve examine exceed
    exchange exclude execute exercise exert exhibit exist expand expect expel experience
    expire explain explode explore expose express extend extract face facilitate fail fall
    feature feed feel fight fill filter find fire fit fix flow fluctuate focus follow forbid
    force form formulate forward foster free freeze fulfil fulfill function fund gain gather
    generate get give go govern grant grow guarantee guard guide halt handle hang happen
    harden have heal hear heat help hide highlight hinder hold host house identify ignite
    ignore illustrate impair imply import impose improve include incorporate increase incur
    indicate induce inflate influence inform inhibit inherit initiate inject injure insert
    insist inspect inspire install insulate integrate intend interact interfere interpret
    interrupt introduce invade invent invest investigate involve isolate issue join judge
    jump justify keep kill know label lack last launch lay lead learn leave lend let lie
    lift limit link list live load locate lock look loosen lose love lower maintain make
    manage manufacture mark match matter mature mean measure mediate meet melt merge migrate
    minimize mix model modify monitor mount move multiply name narrow need negotiate
    neutralize note notify nourish obey obtain occupy occur offer offset open operate oppose
    order organize originate outline outlaw outweigh overlap override own oxidize
    participate pass pay penetrate perceive perform permit persist persuade pertain pick
    pierce place plan plant play point pose possess postpone power practise precede predict
    prefer prepare prescribe present preserve press prevail prevent proceed process produce
    prohibit project promise promote prompt propagate propose protect prove provide publish
    pull pump purchase push put qualify quantify raise range reach react read realize recall
    receive recognize recommend record recover recruit recycle reduce refer reflect refuse
    regard register regulate reinforce reject relate relax release rely remain remember
    remind remove render renew repair repeat repel replace replicate report represent
    reproduce request require rescue resemble reserve reside resist resolve respond rest
    restore restrict result retain return reveal reverse revoke revolve rise rotate rule run
    rupture satisfy save say scatter schedule score seal secrete secure see seek seem select
    sell send separate serve set settle shape share shelter shield shift shock shorten show
    shrink shut sign signal simplify sink sit slow smell soften solve sound span speak
    specialize specify speed spend split spoil spread stabilize stand start state stay steer
    stem stick stimulate stop store strengthen stretch strike struggle study submit
    substitute succeed suffer suggest suit supply support suppose suppress surround survive
    suspend sustain swell switch symbolize synthesize take target taste teach tear tell tend
    terminate test thicken thin think threaten thrive throw tie tighten tolerate touch trace
    track trade train transfer transform translate transmit transport trap travel treat
    trigger trim trust try turn underestimate undergo underlie undermine understand unite
    update uphold urge use utilize validate value vary ventilate verify vibrate view violate
    visit vote wait warm warn wash waste watch weaken wear weigh widen win withdraw
    withstand work worsen write yield accomplish advise amend annul appeal assault compel
    convict discriminate dispute exempt hire indict indemnify insure lease levy litigate
    negate nullify obligate prosecute ratify rebut remedy rescind sentence sue testify vest
    void want waste like dislike presume assume lengthen shorten roughen widen deepen sharpen
    brighten darken loosen fasten stiffen flatten straighten settle sprout bloom blossom
    germinate pollinate graft prune harvest ripen rot ferment brew bake roast steam simmer
    freeze thaw chill warm cool dilute dissolve precipitate crystallise oxidise ionize
    metabolize excrete filter pump beat contract dilate constrict clot bleed heal swell
    itch ache inhale exhale breathe swallow chew digest vomit cough sneeze dose inject
    sterilize disinfect bandage suture diagnose prescribe screen vaccinate immunize
    accrue depreciate amortize capitalize expense reconcile audit invoice debit credit
    borrow repay refund reimburse subsidize tax deduct withhold file inherit bequeath
    foreclose mortgage encumber appraise zone evict sublet partition escheat
    rotate spin swing slide roll brake steer hover climb glide stall taxi land dock moor
    anchor row sail navigate signal overtake yield collide capsize sink float drift
    ground bond splice solder weld rivet bolt clamp drill saw sand plane glue paint
    insulate conduct resist induce rectify amplify modulate demodulate encrypt decrypt
    compile parse execute iterate allocate cache buffer queue route ping boot crash log
    sing hum strum tune resonate sustain decay harmonize modulate transpose
    cite quote paraphrase punctuate abbreviate italicize inflect conjugate decline
    elect veto impeach enact legislate adjudicate arraign acquit parole
    migrate hibernate forage graze prey hatch nest breed spawn molt mate
    erode weather sediment uplift fold fault erupt subduct
    teach tutor coach train mentor supervise counsel console comfort praise punish reward
    sew knit weave dye bleach iron press fold hem stitch
    own rent hire fire quit retire resign promote recruit
    start begin open close lock unlock mix stir pour spill leak drip soak rinse dry wipe
    subtract recap grab lighten solidify soar skid sway hoist grasp cling peel abolish
    accord accuse activate adjoin admit adorn affirm afford aggravate agree allege
    alleviate annex anneal append approve arrest ascend assemble assimilate astonish
    atrophy attest await backfire bolster browse burst bury bypass cease certify clash
    coincide commence complain complicate compose compute conceal concede conceive
    confer confine confront confuse congest conquer consent conserve consolidate
    conspire consult contend contest convince coordinate corrode counteract criticize
    cultivate dampen decode dedicate deem defer deflate deflect deform degrade dehydrate
    delete deliberate demolish depart deplete deprive desire detach deter devise devote
    dictate disagree disappear discuss dismiss disperse dispose disrupt dissipate
    distort distract disturb diverge divert downgrade drown duplicate dwell eject
    elevate elicit embed embrace empower encircle endanger endure energize engulf enrich
    enroll entail entangle equip erase escalate evade evoke exaggerate excite exhaust
    extinguish fade faint falsify fertilize fetch finance flee flourish flush forfeit
    forge forgive frighten fuse grind groom halve hamper haunt hesitate honor hydrate
    illuminate imitate impede implant impress imprison infect infer infiltrate inflame
    inflict ingest inhabit innervate inoculate instill instruct intensify intercept
    intersect intervene invalidate invert invite invoke irrigate irritate liberate
    linger liquefy lubricate magnetize magnify manifest maximize memorize mingle mislead
    mitigate mobilize moderate modernize motivate mourn mow mutate narrate neglect
    nominate normalize obscure obstruct offend ooze opt oscillate oust outlive outnumber
    outrun overcome overflow overlook oversee overstate overthrow overturn owe paralyze
    pardon pave perforate perish perpetuate plead pledge plunge polarize pollute
    populate portray practice preach preclude predispose preside procure proliferate
    prolong propel prosper provoke pursue readjust reaffirm realign reap reassure
    rebound rebuild recede recharge reclaim recline recoil reconstruct recur redeem
    redirect redistribute redraw reenter reestablish refract refresh regain regenerate
    regret rehabilitate reinstate reinvest rejoin relapse relieve relocate renounce
    renovate reopen reorganize repeal replenish repress resent respire restart restrain
    resume retard retract retrieve reuse revere revert revise revive saturate seize
    sever shake shatter shine shiver sidestep simulate sleep smooth soothe speculate
    squirt stagger starve steal stifle stink strive stumble subdivide submerge subside
    subsume succumb suck suffocate summarize superimpose supersede surpass surrender
    synchronize tamper tempt terrify throb throttle topple torture toughen transcend
    transcribe transgress traverse tremble trespass trickle undercut underscore
    understate undertake undo unfold unify unload unravel untie unwind upgrade uproot
    upset vacate vanish vaporize vie vindicate volunteer wane welcome wilt wither wobble
    hit strike kick throw catch toss bounce score foul dribble serve volley
    """.split()
IRREGULAR_PAST = frozenset(
    """
    became began bent bound broke brought built bought caught chose came cost cut dealt drew
    drove ate fell fed felt fought found flew forbade froze got gave went grew held heard
    hid hung hurt kept knew laid led left lent lay lit lost made meant met overcame paid put
    ran rose said saw sank sat sent set shook shot showed shrank shut sold sought spent
    split spoke spread sprang stood stole stuck struck swam swore took taught tore thought
    threw told understood underwent upheld withdrew won wore wrote drank rang sang
    """.split()
)


DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # "stop": stopped, stopping


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    if DOUBLES.fullmatch(verb):
        return f"{verb}{verb[-1]}ed"
    return verb + "ed"


PLURAL = frozenset(_BASE)  # "clients listen"
SINGULAR = frozenset(_third(v) for v in _BASE) - {"haves"}  # "a client listens"
PAST = (
    frozenset(_past(v) for v in _BASE)
    | frozenset("shipped occurred controlled permitted committed referred transferred".split())
    | IRREGULAR_PAST
)
BARE = {form: verb for verb in _BASE for form in (_third(verb), _past(verb))}  # "listens": "listen"
