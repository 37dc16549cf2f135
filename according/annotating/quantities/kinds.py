"""The things that are counted, and the words that tell which: data for ``counting`` and ``measures``."""

from __future__ import annotations

# What a quantity may count. The first block happens to people and is told by a predicate ("were killed", "12 dead");
# the second is told by the noun that is counted; the third by a unit.
COUNTED: tuple[str, ...] = (
    "killed",
    "wounded",
    "casualties",  # killed or wounded, or lost: the text does not tell them apart
    "hospitalised",
    "missing",
    "trapped",
    "rescued",
    "evacuated",
    "displaced",
    "arrested",
    "deported",
    "charged",  # charged, indicted, convicted or sentenced
    "abducted",
    "released",
    "infected",
    "aboard",  # on board a ship, plane, train, bus
    "people",  # people of whom nothing of the above is said
    "strikes",
    "attacks",
    "explosions",
    "launches",  # of missiles and rockets, tests among them
    "weapons",  # bombs, missiles, rockets, shells, firearms
    "vehicles",
    "ships",
    "aircraft",
    "buildings",
    "settlements",  # villages, towns, cities, districts
    "checkpoints",  # checkpoints, posts, bases, positions
    "companies",
    "documents",
    "complaints",
    "votes",
    "seats",
    "money",
    "percent",
    "distance",
    "area",
    "volume",
    "weight",
    "speed",
    "magnitude",
    "temperature",
    "data",
)

# Why a quantity is no plain count of its event.
SCOPES: tuple[str, ...] = (
    "",  # it is one
    "part",  # part of a larger count: "three of the dead", "including two children"
    "more",  # on top of an earlier count: "another five", "five more"
    "earlier",  # a count that the text itself replaces: "rose from 12 to 15"
    "possible",  # under a modal, a condition, a plan or a negation: "could displace 2,000"
)

PEOPLE_KINDS = frozenset(COUNTED[: COUNTED.index("people") + 1])

# What befalls people, by the lemma of the participle ("12 were detained") or of the verb with them as its object.
UNDERGONE: dict[str, str] = {
    word: kind
    for kind, words in {
        "killed": "kill slay murder execute massacre behead assassinate martyr",
        "wounded": "wound injure hurt maim",
        "hospitalised": "hospitalise hospitalize",
        "trapped": "trap",
        "rescued": "rescue save",
        "evacuated": "evacuate",
        "displaced": "displace uproot",
        "arrested": "arrest detain apprehend imprison jail",
        "charged": "charge indict convict sentence prosecute",
        "abducted": "abduct kidnap",
        "released": "release free liberate",
        "deported": "deport expel",
        "infected": "infect",
    }.items()
    for word in words.split()
}

# What people do themselves: "12 drowned". With an object these verbs say something else ("12 people died").
DONE: dict[str, str] = {
    "die": "killed",
    "perish": "killed",
    "drown": "killed",
    "disappear": "missing",
    "vanish": "missing",
    "flee": "displaced",
    "suffocate": "killed",
}

# What people are said to be: "12 dead", "12 were missing", "left 12 homeless".
BEING: dict[str, str] = {
    "dead": "killed",
    "lifeless": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
    "unaccounted": "missing",
    "homeless": "displaced",
    "displaced": "displaced",
    "aboard": "aboard",
    "onboard": "aboard",
    "trapped": "trapped",
    "infected": "infected",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalised",
}

# Nouns that are themselves the count of what befell people: "12 deaths", "three arrests".
COUNT_NOUNS: dict[str, str] = {
    "death": "killed",
    "fatality": "killed",
    "killing": "killed",
    "body": "killed",
    "casualty": "casualties",
    "loss": "casualties",
    "injury": "wounded",
    "arrest": "arrested",
    "detention": "arrested",
    "detainee": "arrested",
    "prisoner": "arrested",
    "hostage": "abducted",
    "infection": "infected",
    "indictment": "charged",
    "conviction": "charged",
}

# Of these what befell people is told, not how often or where one of them was hurt: "two knee injuries".
TOLD_OF_ONE = frozenset({"injury", "conviction", "arrest", "infection"})
KIND_OF_DEED = frozenset({"prior", "previous", "past", "earlier"})
# What happens to people and as often to things: it counts only where people are named.
ALSO_TO_THINGS = frozenset({"released", "rescued", "charged"})

CARRYING = frozenset("carry have hold transport take".split())  # what ships and planes do with passengers

# Nouns of things, by lemma.
THINGS: dict[str, str] = {
    word: kind
    for kind, words in {
        "strikes": "strike airstrike raid sortie bombardment",
        "attacks": "attack assault ambush shooting bombing robbery",
        "explosions": "explosion blast detonation",
        "launches": "launch launching",
        "weapons": "bomb missile rocket shell mine warhead grenade mortar rifle gun pistol weapon firearm "
        "projectile drone",
        "vehicles": "vehicle car truck lorry bus van tank motorcycle motorbike bulldozer humvee ambulance train tram "
        "carriage wagon jeep convoy",
        "ships": "ship vessel boat tanker ferry freighter tug tugboat submarine warship barge yacht frigate destroyer",
        "aircraft": "aircraft plane aeroplane airplane jet helicopter warplane airliner bomber",
        "buildings": "building house home shop store school hospital mosque church apartment flat hotel tent shelter "
        "restaurant factory",
        "settlements": "village town city district neighbourhood neighborhood settlement hamlet municipality",
        "checkpoints": "checkpoint outpost base barracks",
        "companies": "company firm corporation business bank entity",
        "documents": "document file email e-mail",
        "complaints": "complaint lawsuit",
        "votes": "vote ballot",
        "seats": "seat",
    }.items()
    for word in words.split()
}

# Nouns of people, by lemma; who else is counted as people is told by what befalls them.
HUMAN: frozenset[str] = frozenset(
    """
    people person individual man woman child boy girl baby infant toddler teenager teen youth adult pensioner
    civilian resident villager citizen inhabitant local neighbour neighbor family soldier military troop fighter
    militant militiaman combatant rebel insurgent terrorist extremist jihadist gunman attacker assailant bomber
    servicemember serviceman servicewoman personnel officer policeman policewoman constable guard marine sailor
    pilot paratrooper conscript recruit veteran general commander mercenary contractor guerrilla passenger
    commuter driver pedestrian cyclist motorist tourist traveller traveler crew crewman seaman captain worker
    employee staff staffer labourer laborer miner fisherman farmer builder engineer technician operator doctor
    nurse medic paramedic patient firefighter rescuer volunteer aid-worker student pupil teacher professor
    schoolchild schoolgirl schoolboy protester protestor demonstrator activist marcher rioter striker supporter
    follower believer worshipper worshiper migrant refugee asylum-seeker seeker immigrant evacuee suspect
    defendant convict prisoner inmate detainee hostage captive perpetrator culprit victim survivor dead
    journalist reporter photographer editor cameraman politician lawmaker legislator mp deputy senator minister
    official diplomat delegate member leader councillor judge lawyer prosecutor juror witness player coach
    athlete fan spectator viewer guest customer client shareholder investor user subscriber brother sister son
    daughter mother father parent grandparent relative sibling voter candidate applicant governor president
    ambassador mayor secretary parliamentarian actor singer artist author writer scientist expert researcher
    economist analyst banker chef owner buyer seller consumer listener taxpayer homeowner tenant settler
    peacekeeper observer inspector investigator agent hacker thief robber smuggler trafficker monk nun priest
    bishop imam pilgrim tribesman loyalist separatist orphan widow spouse wife husband grandchild grandson
    granddaughter uncle aunt cousin nephew niece climber hiker swimmer diver skier other casualty others
    colleague friend native national foreigner
    """.split()
)

# Deeds as nouns, with whom they befall behind "of" or "to": "the arrest of three men".
DEEDS: dict[str, str] = {
    "killing": "killed",
    "death": "killed",
    "murder": "killed",
    "execution": "killed",
    "assassination": "killed",
    "wounding": "wounded",
    "injury": "wounded",
    "arrest": "arrested",
    "detention": "arrested",
    "indictment": "charged",
    "abduction": "abducted",
    "kidnapping": "abducted",
    "disappearance": "missing",
    "rescue": "rescued",
    "evacuation": "evacuated",
    "release": "released",
    "displacement": "displaced",
}

# Who or what is killed or rescued is taken for people, these excepted.
ANIMALS: frozenset[str] = frozenset(
    """
    animal sheep goat cow cattle livestock pig horse donkey camel dog cat chicken bird fish whale dolphin shark elephant
    lion tiger bear wolf deer duck goose bee seal turtle
    """.split()
)

# What follows the people counted, where one word does not tell: "12 people were taken to hospital".
PHRASES: tuple[tuple[str, str], ...] = (
    ("killed", r"los(?:t|e|ing)\s+their\s+li(?:ves|fe)"),
    ("killed", r"(?:shot|stabbed|beaten|burn(?:t|ed)|crushed)\s+(?:dead|to\s+death)"),
    (
        "hospitalised",
        r"(?:taken|rushed|transported|airlifted|flown|brought|sent|admitted|treated)\s+(?:\w+\s+){0,7}?hospitals?",
    ),
    ("hospitalised", r"in\s+(?:\w+\s+)?hospitals?"),
    ("wounded", r"(?:suffer|sustain|receiv|incurr)\w*\s+(?:[\w-]+\s+){0,3}?(?:injur\w+|wounds|burns)"),
    ("wounded", r"treated\s+for\s+(?:[\w-]+\s+){0,3}?injur\w+|with\s+(?:[\w-]+\s+){0,2}?(?:injuries|wounds)"),
    ("arrested", r"(?:taken|held|remain(?:ed|s)?|placed)\s+(?:\w+\s+)?(?:into|in)\s+(?:\w+\s+)?custody|in\s+custody"),
    ("arrested", r"taken\s+prisoner"),
    ("abducted", r"(?:taken|held)\s+hostage"),
    ("missing", r"(?:gone|went|go)\s+missing|unaccounted\s+for"),
    ("displaced", r"forced\s+(?:out\s+of|from)\s+their\s+homes"),
    ("displaced", r"(?:forced\s+to\s+)?(?:flee|fled|leave|left)\s+their\s+homes"),
    ("aboard", r"on\s+board|on-board"),
    ("infected", r"test(?:ed|ing)\s+positive"),
)

# Words that may stand between what is counted and its predicate.
FILLERS: frozenset[str] = frozenset(
    """
    who that which were was are is be been being have has had having also reportedly reported confirmed feared presumed
    believed said later then all left lay lying still now already allegedly seriously critically slightly badly severely
    lightly moderately fatally mortally accidentally apparently immediately instantly got get
    """.split()
)

# Nouns that are never what is counted: durations, games, parts.
NEVER_COUNTED: frozenset[str] = frozenset(
    """
    second minute hour day night week weekend month year decade century season time moment game match point goal run
    inch percent per cent way step reason thing kind sort type part side half quarter third term
    """.split()
)

# Soldiers and the like: "the army lost 150 men".
FORCES = frozenset("man soldier troop fighter military personnel serviceman militant officer marine".split())

# Verbs of saying: "two officials said" counts sources, not people of the event.
SAYING = frozenset(
    "say tell report ask add claim note speak explain recall describe write testify agree think know".split()
)

# Words that open a clause in which a bare "one" is anybody.
OPENERS = frozenset({"when", "whenever", "if", "as", "how", "because", "unless"})

# Verbs that say nothing of what is counted.
EMPTY_VERBS = frozenset("be have do say include see get make take tell become".split())

MODALS = frozenset("could would may might should can will shall must wo ca 'll 'd".split())

# Verbs under which a deed has not happened: "threatened to kill 12".
UNREAL = frozenset(
    "threaten plan expect fear want try attempt hope vow intend risk aim seek warn pledge promise propose demand order "
    "need ask urge agree prepare refuse fail conspire plot".split()
)
NOT_DONE = frozenset("attempted planned possible potential threatened".split())  # before a deed as a noun
