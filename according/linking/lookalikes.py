"""Words that tell names apart although they look alike: directions and sizes, known pairs, generic first words."""

from __future__ import annotations

_SAME_DIRECTION = (
    "north northern nord norte norra shamal shamali shimali",
    "south southern sud sur sul sodra janub janubi",
    "east eastern est este ost ostra sharq sharqi sharqiya sharqiyah sharqieh sharki",
    "west western ouest oeste vastra gharb gharbi gharbiya gharbiyah gharbieh",
    "central middle wasat wastani",
    "upper upstream alto alta ober haut haute fawqani foqani fawqa verkhny verkhniy verkhnyaya verkhnii bala olya",
    "lower bajo baja unter bas basse tahtani tahta nizhny nizhniy nizhnyaya nizhnii pain sofla",
    "new novo novy novaya nuevo nueva neu neuf nouveau nouvelle jadid jadida now",
    "old staro stary staraya alt viejo vieja vieux vieille qadim qadima kohneh",
    "great greater big large gross kabir kabira kebir kebira bolshoy bolshaya veliki velika grande gran bozorg",
    "little small minor klein saghir saghira seghir malaya maly maliy mala petit petite kuchak kuchek",
    "senior sr",
    "junior jr",
)
# Each word stands for the number of its line: "Northern" and "North" are the same direction, "North" and "South" not.
DIRECTIONS = {word: line for line, words in enumerate(_SAME_DIRECTION) for word in words.split()}

# Names of countries, peoples, parties, cities and persons that a typing error could turn into each other.
_PAIRS = """
niger nigeria|nigerien nigerian|khamenei khomeini|guinea guyana|austria australia|austrian australian|iran iraq
iranian iraqi|mauritania mauritius|slovakia slovenia|slovak slovene|dominica dominican|latvia lithuania|gambia zambia
mali malawi|mali malaysia|oman amman|georgia gorgia|chad chile|libya lebanon|liberia libya|hamas homs|hamas hama
hama homs|tripoli tivoli|kabul kabwe|sana sanaa|darfur dafur|balkan balkh|kashmir kazimir|paraguay uruguay
obama osama|john joan|john jon|jean jan|maria mario|daniel danielle|paul paula|carl carla|eric erica
michel michelle|ali alia|amin amina|karim karima|said saida|jamil jamila|nadir nadira|aziz aziza|hassan hussein
hasan husayn|hasan hussein|omar amr|ahmad hamad|ahmed hamed|mahmoud mohammed|mahmud muhammad
"""
LOOK_ALIKES = frozenset(frozenset(pair.split()) for pair in _PAIRS.replace("\n", "|").split("|") if pair)

# First words of many place names; what follows them is the name: ruin, hill, village, monastery, mountain, spring.
GENERIC_HEADS = frozenset(
    "khirbet khirba tell tall tel kafr kafar deir dayr jabal jebel wadi ain ein ayn bir beit bayt umm abu nahr san "
    "santa saint st mount fort port lake el al".split()
)

# Nouns for settlements and their parts that gazetteers put beside a name and others leave out. Not the English ones,
# nor any that makes another name: Mexico City is not Mexico, Port Sudan not Sudan.
DESIGNATIONS = frozenset(
    "zhen xiang cun amphoe changwat tambon mueang muang koy koyu kioi ilcesi beldesi shahri shahar shahari saheri "
    "saeheri tumani rayon rayonu raion derevnya posyolok poselok stanitsa qishlaq qaryat qarya madinat madinet markaz "
    "nahiyat nahiya wuleswali alaqahdari hukumati bahnhof commune douar ksar ecole kibbutz moshav misto smt".split()
)
