#include "entity/lexicon.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/table.h"

namespace readout::entity {
namespace {

using Words = std::unordered_set<std::string_view>;

/// The words of a literal, parted by spaces; the literal outlives the set.
Words words_of(std::string_view literal) {
    Words words;
    for (const std::string_view word : base::split(literal, ' ')) {
        if (!word.empty()) words.insert(word);
    }
    return words;
}

bool holds(const Words& words, std::string_view word) {
    return words.find(word) != words.end();
}

const Words& person_nouns() {
    static const Words kWords = words_of(
        "accountant activist actor actress adviser advisor advocate agent aide ambassador analyst archbishop architect "
        "artist assistant astronaut attache attorney author ayatollah backbencher baker banker barrister bishop "
        "blogger boss boy brigadier broker brother builder businessman businesswoman candidate captain cardinal "
        "carpenter cashier chair chairman chairperson chairwoman champion chancellor chief clerk cleric coach cobbler "
        "colleague colonel columnist commander commandant commentator commissioner comptroller congressman "
        "congresswoman constable consul coordinator coroner correspondent councillor councilman councilwoman counsel "
        "counsellor counterpart courier cousin critic customer daughter deacon dean defendant defector delegate deputy "
        "designer detective developer diplomat director dissident doctor driver economist editor elder emir emissary "
        "employee engineer envoy executive expert farmer father fighter fisherman founder friend gardener general "
        "girl girlfriend governor grandfather grandmother guard guest guide head historian host hostage hunter husband "
        "imam informant inspector instructor insider intern interpreter investigator investor journalist judge juror "
        "justice king labourer landlord lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist maid "
        "magistrate major man manager marshal mayor mechanic mediator member merchant migrant miner minister moderator "
        "monk mother mum dad mufti narrator negotiator neighbour neighbor nephew niece novelist nun nurse observer "
        "officer official onlooker operative operator organiser organizer owner painter parent participant partner "
        "passenger passerby pastor patient patriarch patrolman peasant pensioner photographer physician physicist "
        "pilgrim pilot player poet policeman policewoman politician pope premier presenter president priest prince "
        "princess principal prisoner producer professor prosecutor protester psychologist publisher queen rabbi "
        "rapporteur reader rebel receptionist recruit refugee relative reporter representative researcher resident "
        "rival sailor scholar schoolboy schoolgirl scientist secretary senator sergeant shepherd sheriff shopkeeper "
        "shopper singer sister skipper smuggler soldier solicitor son source speaker specialist spokesman "
        "spokesperson spokeswoman stallholder statesman statistician strategist student successor suffragan sultan "
        "superintendent supervisor supporter surgeon surveyor survivor suspect teacher technician teenager tourist "
        "trader translator traveller treasurer trooper trustee tutor uncle aunt veteran vicar victim villager visitor "
        "volunteer voter waiter waitress warden warlord watchman whistleblower widow widower wife winner witness woman "
        "worker writer grandson granddaughter ombudsman ombudswoman ombudsperson caretaker exporter importer insurer "
        "arbitrator administrator trader co-founder opponent predecessor "
        "user respondent tipster programmer viewer listener caller commenter personality figure scion heir ruler "
        "dictator autocrat strongman monarch statesperson lady gentleman guy "
        "insurgent militant gunman attacker assailant jihadist guerrilla paramilitary conscript paramedic "
        "firefighter rescuer lifeguard ranger economist pollster campaigner "
        "person people buyer seller client customer inhabitant crewman cleaner functionary hotelier foreman convener "
        "accused fellow grocer butcher tailor clergyman chaplain headmaster headmistress headteacher lifeboatman "
        "signatory ringleader bandit hijacker kidnapper captor abductor hacker fugitive exile returnee deportee "
        "migrant detainee inmate convict bystander eyewitness neighbour subscriber tenant lodger householder taxpayer "
        "commuter cyclist motorist pedestrian rower swimmer footballer striker goalkeeper referee umpire sportsman "
        "singer musician composer conductor filmmaker screenwriter playwright essayist biographer archivist curator "
        "archaeologist anthropologist biologist chemist epidemiologist virologist meteorologist geologist "
        "seismologist psychiatrist therapist midwife dentist vet pharmacist dietitian sociologist criminologist "
        "theologian philosopher philanthropist entrepreneur industrialist financier tycoon magnate oligarch "
        "shareholder creditor debtor broker dealer wholesaler retailer distributor contractor subcontractor "
        "bureaucrat technocrat functionary minder handler paymaster spymaster spy mole informer whistle-blower "
        "ex-minister ex-president vice-president vice-chancellor vice-minister vice-chairman undersecretary "
        "under-secretary secretary-general commander-in-chief attorney-general co-chair co-author co-owner "
        "co-defendant co-pilot interlocutor peacekeeper legionnaire marine paratrooper gunner sniper sapper medic "
        "gendarme customs-officer bailiff usher postman milkman fireman seaman oarsman boatman ferryman herdsman "
        "herder nomad rancher grower planter beekeeper vintner brewer miller roofer plumber electrician welder "
        "mechanic trucker docker stevedore longshoreman steelworker bricklayer joiner blacksmith seamstress cook "
        "prelate "
        "matron academic parliamentarian frontbencher billionaire millionaire obstetrician paediatrician pediatrician "
        "cardiologist unionist barman barmaid weaver potter");
    return kWords;
}

const Words& group_nouns() {
    static const Words kWords = words_of(
        "authorities family crowd people staff crew couple side delegation public media press troops police "
        "opposition leadership community electorate youth coalition diaspora clergy jury panel team tribe clan gang "
        "militia mob population majority minority management personnel medics relatives locals allies critics "
        "negotiators residents reporters protesters mediators sources camp brass leadership faithful paramilitaries "
        "hardliners moderates islamists rebels insurgents separatists loyalists dissidents clean-up bosses");
    return kWords;
}

const Words& organisation_nouns() {
    static const Words kWords = words_of(
        "academy administration agency airline alliance army assembly association authority bank bloc board "
        "broadcaster "
        "brigade bureau cabinet chamber channel charity club college command commission committee company "
        "confederation "
        "conference congress consortium consulate corporation council court department directorate division embassy "
        "enterprise executive factory faction federation firm force foundation front fund garrison gendarmerie "
        "government group guild hospital house inspectorate institute institution junta laboratory lab league "
        "legislature magazine military ministry mission monitor movement museum navy network newspaper ngo "
        "observatory office operator organisation organization outlet palace paper parliament party patriarchate "
        "permanent-mission platform portal prosecutor-office publisher regime regiment regulator school senate "
        "secretariat service site society squadron state station syndicate taskforce think-tank tribunal trust union "
        "university utility watchdog website weekly wing daily tabloid thinktank presidency coastguard airforce "
        "developer supplier manufacturer retailer insurer shipper lender");
    return kWords;
}

const Words& document_nouns() {
    static const Words kWords = words_of(
        "account affidavit annex article audit blog briefing bulletin cable census circular comment communique "
        "complaint constitution declaration decree dispatch document dossier draft editorial email e-mail epistle "
        "filing form indictment lawsuit leaflet letter log manifest manifesto manual map memo memorandum message "
        "minutes note notice notification order pamphlet petition placard poll post poster readout release report "
        "resolution review ruling statement study survey telegram testimony text transcript treaty tweet verdict "
        "warrant writ");
    return kWords;
}

}  // namespace

bool is_honorific(std::string_view word) {
    static const Words kWords = words_of(
        "mr mrs ms miss mx dr prof sir dame lord lady sheikh sheik monsieur madame mme herr frau senor senora don dona "
        "sayyid hajji sister brother father mother fr rev reverend saint st hon comrade mister madam pan pani hajiya "
        "alhaji hajj mallam malam bang pak ibu bapak ustad daw cik haji lala sri shri smt maestro monsignor");
    return holds(kWords, word) || word == "h e" || word == "h r h";  // "H.E." folded
}

Gender honorific_gender(std::string_view word) {
    static const Words kFemale = words_of(
        "mrs ms miss dame lady madame mme frau senora dona sister mother madam pani queen princess hajiya ibu daw smt");
    static const Words kMale = words_of(
        "mr sir lord sheikh sheik monsieur herr senor don brother father fr mister king prince emir sultan pope imam "
        "alhaji hajj mallam malam bang pak bapak haji sri shri monsignor");
    if (holds(kFemale, word)) return Gender::kFemale;
    if (holds(kMale, word)) return Gender::kMale;
    return Gender::kUnknown;
}

ShortOffice short_office(std::string_view word) {
    if (word == "pm") return {"premier", "prime minister"};
    if (word == "dpm") return {"minister", "deputy prime minister"};
    if (word == "cm") return {"minister", "chief minister"};
    if (word == "fm") return {"minister", "minister"};  // foreign or finance
    if (word == "ceo") return {"executive", "chief executive"};
    if (word == "cfo") return {"officer", "chief financial officer"};
    return {};
}

bool is_title_head(std::string_view word) {
    static const Words kWords = words_of(
        "president minister premier chancellor secretary ambassador envoy king queen prince princess emir sultan pope "
        "archbishop bishop cardinal patriarch ayatollah imam rabbi pastor vicar general gen colonel col major maj "
        "captain capt lieutenant lt sergeant sgt corporal brigadier brig admiral adm commodore commander cmdr marshal "
        "constable inspector superintendent commissioner sheriff detective officer private judge justice magistrate "
        "prosecutor attorney senator senators sen sens representative rep reps congressman congresswoman deputy mp "
        "councillor governor gov govs gens "
        "mayor chairman chairwoman chair speaker spokesman spokeswoman spokesperson director chief leader professor "
        "doctor coach pilot skipper analyst correspondent reporter editor consul counsellor delegate commissar "
        "rapporteur coordinator adviser advisor aide dictator vice-president co-chair negotiator intendant "
        "ombudsman lawyer historian economist treasurer candidate lawmaker activist journalist teacher farmer "
        "economist nurse engineer official diplomat veteran pensioner retiree wali supt insp dci sgt pc capt cllr cpl "
        "co-founder founder eyewitness witness resident survivor publicist researcher scientist author actor actress "
        "writer blogger businessman businesswoman photographer musician novelist poet filmmaker biologist "
        "geologist physicist psychologist campaigner");
    return holds(kWords, word);
}

bool is_title_modifier(std::string_view word) {
    static const Words kWords = words_of(
        "prime foreign defence defense interior finance deputy vice first second third chief senior junior acting "
        "interim former ex state home health education energy trade economy economic justice labour labor agriculture "
        "transport environment culture information oil treasury secretary permanent under assistant attorney special "
        "presidential federal national regional provincial district executive managing lieutenant lt major maj "
        "brigadier "
        "brig rear air field wing squadron sub staff police army navy military supreme crown grand general lord lady "
        "press security council cabinet government house senate opposition party parliamentary parliament local then "
        "water fisheries mining planning tourism sports digital climate housing immigration migration europe european "
        "external internal affairs emergency emergencies co assembly election electoral human rights chargé d affaires "
        "group flight detective inspector public veteran retired additional associate visiting founding outgoing "
        "newly high");
    return holds(kWords, word);
}

bool is_organisation_noun(std::string_view word) {
    static const Words kWords = words_of(
        "ministry committee party union university police council inc ltd llc plc corp corporation company co gmbh ag "
        "sa organisation organization association agency authority bank board brigade bureau center centre chamber "
        "club "
        "college commission confederation congress consortium court cross crescent defensoria department dept "
        "directorate division embassy federation force forces foundation front fund group guard guards institute "
        "institution league legion mission movement army navy network office operation parliament assembly secretariat "
        "service services society syndicate tribunal trust alliance initiative coalition consulate house "
        "administration "
        "academy school hospital church campaign command corps fleet regiment battalion airlines airways air rail "
        "railway railways monitor observatory forum ngo international holdings industries partners media news tv radio "
        "broadcasting press television laboratory laboratories workers lawyers democrats republicans socialists "
        "liberals conservatives greens communists patrol exchange museum theatre orchestra ombudsman prosecutor "
        "inspectorate patriarchate diocese synod senate knesset majlis infantry militia watch studios systems energy "
        "petroleum oil gas mining steel motors pharma bancorp register registry treasury gendarmerie");
    return holds(kWords, word);
}

bool is_outlet_noun(std::string_view word) {
    static const Words kWords = words_of(
        "times post gazette herald tribune ledger courier mail chronicle journal telegraph guardian mirror star sun "
        "observer standard express dispatch examiner inquirer independent news press wire agency daily weekly review "
        "bulletin record register sentinel echo argus mercury monitor digest today globe reporter messenger advertiser "
        "zeitung tageblatt nachrichten pravda izvestia pregon diario tiempo nacion mundo monde figaro liberation "
        "corriere repubblica gazeta vestnik");
    return holds(kWords, word);
}

bool opens_outlet_name(std::string_view word) {
    static const Words kWords = words_of(
        "der die das el los las het channel canal kanal agence radio diario agencia gazeta tele journal corriere");
    return holds(kWords, word);
}

bool is_place_noun(std::string_view word) {
    static const Words kWords = words_of(
        "river lake sea ocean strait gulf bay island islands isles peninsula cape mountain mountains mount hills "
        "valley "
        "desert forest province region district county oblast governorate prefecture street road avenue square bridge "
        "port harbour harbor airport airfield base camp village town city canal dam crossing pass tunnel park prison "
        "heights coast beach reef basin delta plain plains highway corridor stadium hotel hall hill creek point");
    return holds(kWords, word);
}

bool is_thing_noun(std::string_view word) {
    static const Words kWords = words_of(
        "treaty agreement accord accords act bill law plan summit war wars cup prize award awards games festival "
        "festivals "
        "operation protocol convention charter declaration memorandum resolution article amendment code constitution "
        "missile missiles tank tanks rifle aircraft jet jets fighter helicopter drone drones ship vessel submarine "
        "championship championships olympics election elections revolution uprising day week month year season century "
        "age "
        "project program programme strategy doctrine initiative report review fund scheme crisis intifada spring "
        "street");
    return holds(kWords, word);
}

bool is_particle(std::string_view word) {
    static const Words kWords = words_of(
        "de da do dos das del della di du la le van von der den ter ten zu bin ibn bint abu al el ul ud ur ben bar af "
        "av "
        "y e und");
    return holds(kWords, word);
}

bool is_reporting_verb(std::string_view lemma) {
    static const Words kWords = words_of(
        "say tell add note insist claim argue warn explain state announce declare deny confirm admit acknowledge "
        "accuse "
        "ask reply respond respond answer write report reveal suggest stress maintain concede predict promise vow "
        "pledge "
        "threaten demand urge call complain comment quip joke recall remark observe point recount testify allege "
        "assert "
        "contend estimate conclude boast caution advise believe agree disagree describe dismiss reject refuse decline "
        "praise welcome condemn denounce criticise criticize blame brand label hail express voice repeat reiterate "
        "emphasise emphasize underline underscore propose offer request quote cite mention disclose tweet post shout "
        "whisper mutter snap hint indicate inform brief hope expect fear doubt question wonder swear continue read put "
        "retort counter rebut rule signal appeal beg plead invite order forecast object protest publish issue lament");
    return holds(kWords, lemma);
}

NounKind noun_kind(std::string_view lemma) {
    if (holds(person_nouns(), lemma)) return NounKind::kPerson;
    if (holds(group_nouns(), lemma)) return NounKind::kGroup;
    if (holds(organisation_nouns(), lemma)) return NounKind::kOrganisation;
    if (holds(document_nouns(), lemma)) return NounKind::kDocument;
    return NounKind::kNone;
}

Gender noun_gender(std::string_view lemma) {
    static const Words kFemale = words_of(
        "actress aunt businesswoman chairwoman congresswoman councilwoman daughter girl girlfriend grandmother lady "
        "maid mother mum nun policewoman princess queen schoolgirl sister spokeswoman waitress widow wife woman "
        "granddaughter niece ombudswoman blonde");
    static const Words kMale = words_of(
        "archbishop boy brother businessman cardinal chairman congressman councilman emir father fisherman gentleman "
        "grandfather guy husband imam king man monk mufti nephew patriarch patrolman policeman pope prince rabbi "
        "schoolboy son spokesman statesman strongman sultan uncle waiter watchman widower gunman grandson");
    if (holds(kFemale, lemma)) return Gender::kFemale;
    if (holds(kMale, lemma)) return Gender::kMale;
    return Gender::kUnknown;
}

bool is_portfolio(std::string_view word) {
    static constexpr std::array<std::string_view, 38> kWords = {
        "prime",       "foreign", "defence",   "defense",  "interior",    "finance",   "deputy",      "vice",
        "first",       "justice", "labour",    "labor",    "agriculture", "transport", "environment", "culture",
        "information", "oil",     "treasury",  "energy",   "trade",       "economy",   "health",      "education",
        "home",        "chief",   "assistant", "national", "security",    "press",     "state",       "commerce",
        "supreme",     "central", "army",      "police",   "party",       "religious"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_mute_noun(std::string_view lemma) {
    static const Words kWords = words_of(
        "day week month year hour minute moment morning afternoon evening night time date age past future present "
        "match game war battle fight fighting attack strike raid blast crash fire flood storm summit meeting talk "
        "talks visit trip tour ceremony event session round claim allegation accusation charge remark word words "
        "truth fact thing nothing something anything everything kind sort type way place part rest lot half number "
        "some none knowledge reason result cause effect idea hope fear doubt risk danger problem question answer "
        "issue matter case situation condition context background detail example instance point stuff move step "
        "decision plan deal agreement accord pact treaty ceasefire truce peace price cost rate value amount share "
        "tax sanction oil gas grain money cash fund bill ball goal season weather wind sea river road street border "
        "line wall door window car ship plane train bus drone missile rocket tank weapon bomb gun body head hand "
        "eye face foot heart mind voice tone silence smile laughter tear end beginning start middle");
    return holds(kWords, lemma);
}

bool is_outlet_word(std::string_view lemma) {
    static const Words kWords = words_of("agency paper newspaper broadcaster outlet site website magazine channel");
    return holds(kWords, lemma);
}

std::string_view plain_kin(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords = {
        {{"mum", "mother"},
         {"mom", "mother"},
         {"mam", "mother"},
         {"dad", "father"},
         {"daddy", "father"},
         {"grandma", "grandmother"},
         {"granny", "grandmother"},
         {"grandad", "grandfather"},
         {"grandpa", "grandfather"}}};
    for (const auto& [familiar, plain] : kWords) {
        if (word == familiar) return plain;
    }
    return word;
}

bool is_kin(std::string_view lemma) {
    static const Words kWords = words_of(
        "wife husband mother father mum mom dad parent son daughter child brother sister sibling widow widower uncle "
        "aunt "
        "cousin nephew niece grandmother grandfather grandson granddaughter fiance fiancee spouse");
    return holds(kWords, lemma);
}

bool covers(std::string_view general, std::string_view specific) {
    if (general == specific) return true;
    static const std::unordered_map<std::string_view, Words> kSpecific = [] {
        std::unordered_map<std::string_view, Words> map;
        map["leader"] =
            words_of("president premier chancellor king emir sultan chairman chairwoman head chief ayatollah");
        map["head of state"] = words_of("president king queen emir sultan pope monarch");
        map["head of government"] = words_of("minister premier chancellor");
        map["diplomat"] = words_of("ambassador envoy consul counsellor negotiator attache emissary");
        map["official"] = words_of(
            "minister secretary spokesman spokeswoman spokesperson adviser advisor commissioner director chief "
            "governor "
            "mayor deputy");
        map["politician"] = words_of(
            "minister premier senator mp deputy congressman congresswoman councillor mayor lawmaker leader candidate "
            "governor legislator");
        map["lawmaker"] = words_of("senator sen mp deputy congressman congresswoman representative rep legislator");
        map["legislator"] = words_of("senator sen mp deputy congressman congresswoman lawmaker");
        map["officer"] = words_of(
            "general gen colonel col major maj captain capt lieutenant lt sergeant sgt constable inspector detective "
            "superintendent brigadier admiral adm commander policeman policewoman");
        map["commander"] = words_of("general gen colonel col admiral adm brigadier marshal");
        map["general"] = words_of("gen brigadier marshal");
        map["colonel"] = words_of("col");
        map["major"] = words_of("maj");
        map["captain"] = words_of("capt skipper");
        map["skipper"] = words_of("captain capt");
        map["lieutenant"] = words_of("lt");
        map["admiral"] = words_of("adm");
        map["senator"] = words_of("sen");
        map["governor"] = words_of("gov");
        map["spokesman"] = words_of("spokesperson");
        map["spokeswoman"] = words_of("spokesperson");
        map["spokesperson"] = words_of("spokesman spokeswoman");
        map["union"] = words_of("workers federation brotherhood");
        map["trust"] = words_of("service hospital");
        map["coalition"] = words_of("alliance forum");
        map["physician"] = words_of("dr doctor surgeon medic obstetrician paediatrician pediatrician cardiologist");
        map["doctor"] = words_of("dr physician surgeon");
        map["nun"] = words_of("sister");
        map["envoy"] = words_of("ambassador");
        map["mission"] = words_of("embassy");
        map["broadcaster"] = words_of("tv television radio channel");
        map["channel"] = words_of("tv television broadcaster");
        map["lawyer"] = words_of("attorney solicitor barrister advocate counsel");
        map["attorney"] = words_of("lawyer");
        map["silk"] = words_of("barrister kc qc");
        map["cleric"] =
            words_of("imam bishop archbishop cardinal priest ayatollah mufti pastor vicar rabbi sheikh father");
        map["priest"] = words_of("father fr pastor vicar rev");
        map["academic"] = words_of("professor prof lecturer historian scholar researcher");
        map["scholar"] = words_of("professor historian");
        map["businessman"] = words_of("owner founder investor trader");
        map["chairman"] = words_of("chair");
        map["chairwoman"] = words_of("chair");
        map["chair"] = words_of("chairman chairwoman");
        map["adviser"] = words_of("advisor aide");
        map["aide"] = words_of("adviser advisor assistant");
        map["monarch"] = words_of("king queen");
        map["mother"] = words_of("mum");
        map["reporter"] = words_of("journalist correspondent");
        map["journalist"] = words_of("reporter correspondent editor columnist");
        map["newspaper"] = words_of("daily paper weekly tabloid");
        map["paper"] = words_of("newspaper daily weekly tabloid times post gazette herald ledger mail courier");
        map["agency"] = words_of("wire");
        map["organisation"] = words_of("organization group ngo charity");
        map["organization"] = words_of("organisation group ngo charity");
        map["group"] = words_of("organisation organization ngo charity movement watchdog");
        map["firm"] = words_of("company");
        map["company"] = words_of("firm corporation inc ltd plc sa corp consortium");
        map["force"] = words_of("army");
        map["military"] = words_of("army forces");
        return map;
    }();
    const auto at = kSpecific.find(general);
    return at != kSpecific.end() && holds(at->second, specific);
}

bool is_calendar_word(std::string_view word) {
    static const Words kWords = words_of(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat "
        "sun "
        "ramadan easter christmas eid spring summer autumn winter gmt utc cet est");
    return holds(kWords, word);
}

bool is_never_name(std::string_view word) {
    static const Words kWords = words_of(
        "a an the this that these those i we you he she it they my our your his her its their me us him them who what "
        "when where why how which whose if but and or nor so yet for as at by in on to of from with without after "
        "before during since until while although though because however meanwhile moreover furthermore instead "
        "according asked both each every all some any no none not neither either one two three four five six seven "
        "eight nine ten many most more few several such same other another there here then now today yesterday "
        "tomorrow "
        "yes once under over about against between among through despite also only even still just perhaps maybe "
        "earlier later last next first second third new old is are was were be been has have had do does did will "
        "would "
        "can could should may might must let speaking asked told said unlike like amid around across near officials "
        "update correction read more breaking live analysis opinion exclusive photo file image video source sources "
        "question answer page share copyright");
    return holds(kWords, word) || is_calendar_word(word);
}

}  // namespace readout::entity
