"""English words beside a name."""

from __future__ import annotations

from glose.digest.glossary.company.kept import Company, folded

ENGLISH = Company(
    masculine=folded("mr messrs sir lord king prince duke mister"),
    feminine=folded(
        "mrs ms miss lady dame queen princess duchess madam madame congresswoman spokeswoman chairwoman actress"
    ),
    titles=folded(
        "speaker whip detective officer corporal pastor rabbi treasurer comptroller sheriff inspector"
        " superintendent midfielder striker goalkeeper quarterback winger defender skipper rapper"
        " comedian legend analyst strategist founder co-founder owner heir whistleblower gunman defendant"
        " minister ministers presidents chancellors premiers leaders senators mr mrs ms miss mx messrs"
        " mister madam madame sir lord lady dame dr doctor prof professor rev reverend father brother"
        " sister pope cardinal archbishop bishop imam sheikh ayatollah emir sultan tsar emperor king"
        " queen prince princess duke duchess earl president vice-president premier chancellor secretary"
        " director governor gov mayor senator sen representative rep congressman congresswoman deputy"
        " commissioner ambassador amb envoy spokesman spokeswoman spokesperson delegate prosecutor"
        " justice attorney lawyer candidate leader chief chairman chairwoman ceo cfo boss dictator"
        " strongman counterpart hopeful nominee colonel col captain capt commander lieutenant lt sergeant"
        " sgt admiral adm marshal brigadier major maj gen journalist writer actor actress singer"
        " filmmaker painter novelist author footballer manager billionaire tycoon economist historian"
        " philosopher hon honourable comrade lawmaker politician opposition critic activist democrat"
        " republican"
    ),
    kinds=folded(
        "downtown private forward host anchor star suspect foreign finance defence defense interior coach chair"
        " judge count champion company group firm carmaker automaker club party movement state republic"
        " kingdom city town province region capital governorate former ex late then-president acting"
        " interim elect incumbent us u.s uk prime general"
    ),
    openers=folded(
        "a about above according across after again against ahead all almost along already also although"
        " always amid among amongst an and another any anyway apparently are around as at away back"
        " because before behind being below beneath beside besides between beyond both but by can clearly"
        " could despite did do does down due during each earlier either else even eventually ever every"
        " except few finally first five following for four from further given had has have he hence her"
        " here hers him his hopefully how however i if in indeed inside instead into is it its just last"
        " lastly later least less let like likewise many may maybe meanwhile might more moreover most"
        " much must my naturally near nearly neither never nevertheless next no nobody none nonetheless"
        " nor not nothing notably now obviously of off often on once one only onto or other others"
        " otherwise our out outside over own past per perhaps plus possibly previously rather recently"
        " regarding reportedly right same several shall she should since so some somehow soon still such"
        " sure surely than that the their theirs them then there therefore these they this those though"
        " three through throughout thus to today together tomorrow tonight too toward towards two under"
        " unless unlike until up upon us usually versus via vs was we well were what whatever when"
        " whenever where whether which while who whom whose why will with within without would yes"
        " yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january"
        " february march april june july august september october november december morning afternoon"
        " evening night affair aides allies ally attack attacks analysis bid biographies breaking brief"
        " campaign case clashes coalition comment conflict coup court crisis dead deal deals debate"
        " deadly election elections era exclusive explainer explosion explosions family fears fighting"
        " government interview invasion killed letter live meeting new news opinion pact peace photos"
        " plan poll polls profile protest protesters protests pro anti question questions raid rally"
        " rebels regime report reports review row russian sanctions strike strikes summit support"
        " supporters talks tensions timeline top trial truce update video visit voters vote war watch"
        " watchdog accuses accused admits agrees aims announces arrives asks attacked backs bans battles"
        " beats begins blames blasts blocks bombs breaks brings calls cancels captures challenges claims"
        " closes condemns confirms considers courts criticises criticizes cuts declares defeats defends"
        " delays demands denies denounces dies dismisses downplays drops eyes enters faces fails fights"
        " fires finds gets gives goes greets hails halts helps hints hits holds honors honours hosts"
        " hopes ignores impeaches invades invites joins jails keeps kills launches leads leaves lets"
        " likens lists loses makes marks meets mocks mourns moves names nears nominates offers opens"
        " opposes orders ousts pardons passes plans plays pledges praises presses promises proposes"
        " pushes puts quits raises reaches receives recalls rejects releases replaces rips resigns"
        " responds returns reveals rules sacks says seeks seizes sees sends set sets shows signs slams"
        " slows sparks speaks spurns stands starts stays stops sues summons supports suspends takes"
        " targets tells tests thanks threatens threats toasts tops tours travels tries turns unveils"
        " urges vetoes vows visits votes wants warns weighs welcomes wins withdraws said sworn"
    ),
    kin=folded(
        "brothers sisters wife husband son daughter widow widower brother sister cousin uncle nephew"
        " niece couple"
    ),
    streets=folded("street avenue road boulevard square"),
    sides=folded(
        "administration government cabinet campaign era presidency regime doctrine plan team aide ally"
        " adviser allies"
    ),
)
