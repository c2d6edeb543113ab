"""Words with two meanings: a lexicon finds the one that is its own and leaves the other.

A row is an area, what must be found in it, and what must not, though it is written the same.
"""

import functools

import pytest

from ranking.inputs.data_root import data_root
from ranking.inputs.lexicons import read_lexicons
from ranking.tagging.matcher import ConceptMatcher, concept_matcher

WORDS: list[tuple[str, list[str], list[str]]] = [
    (
        "quantum_field_theory",
        ["Courses: QFT I, QFT II, QED", "Took part in a reading group on QFT and gauge theory."],
        [
            "The quantum Fourier transform (QFT) on n qubits",
            "Shor's algorithm applies the QFT to a register of qubits.",
            "Field work in the mountains",
            "Lewin's field theory in social psychology",
            "Field theory and Galois extensions",
            "Magnetic field of a coil",
        ],
    ),
    (
        "group_theory",
        [
            "Irreducible representations of SU(3)",
            "Young tableaux and the characters of S_n",
            "The root system of E8",
            "Lie groups and their representations",
        ],
        [
            "Working group on equal treatment",
            "Control group and treatment group",
            "Group leader in a scout camp",
            "Focus group with nurses",
            "Student representation in the board of the union",
            "Elected representative of the student union",
            "Group work and group dynamics",
            "Functional groups in organic molecules",
            "Age group 20 to 30, group insurance",
            "A ring leader with a lie detector",
        ],
    ),
    (
        "statistics",
        [
            "Regression of wages on age, with covariates",
            "Statistics, 7.5 credits",
            "Skills: statistics, optimisation",
            "Statistical inference",
        ],
        [
            "Statistical mechanics of lattices",
            "Statistical physics, 7.5 credits",
            "Statistische Physik, 9 LP",
            "Mecánica estadística, 6 ECTS",
            "Thermodynamik und Statistik, 9 LP",
            "Anyons obey fractional statistics.",
            "Fermi-Dirac statistics",
            "Regression tests for the build pipeline",
            "Regression of symptoms after therapy",
            "Regression of the tumour in six weeks",
            "Download statistics of the app",
            "Statistics of the football team",
            "Sample preparation for the microscope",
            "The population of wolves",
        ],
    ),
    (
        "machine_learning",
        [
            "ML engineer: training of models",
            "Built ML pipelines in Python",
            "Learning algorithms with PAC bounds",
            "Deep learning for inverse problems",
        ],
        [
            "Add 50 ML of buffer to the flask.",
            "5 mL of solution per vial, see the model protocol.",
            "Learning and teaching in higher education",
            "Lifelong learning of adults",
            "Problem-based learning in a medical school",
            "Deep learning and surface learning of pupils in the classroom",
            "Motor learning after a stroke",
            "Learning Swedish at evening school",
            "Deep sea ecology",
            "Classification of plants into families",
        ],
    ),
    (
        "neural_networks",
        [
            "A deep neural network for images",
            "A transformer trained on tokens",
            "Trained a CNN on slides",
            "Dropout and weight decay in the layers of the network",
        ],
        [
            "Neural circuits in mice",
            "Neural networks of the hippocampus in rats",
            "Neural crest cells in zebrafish",
            "Neural stem cells",
            "A transformer at the substation, 10 kV",
            "CNN reported on the election.",
            "Dropout rates in secondary school",
            "Attention to detail",
            "Social network of adolescents",
            "Deep brain stimulation",
        ],
    ),
    (
        "programming",
        [
            "Languages: Python, R, C",
            "Java, two courses",
            "Proficient in Go and Rust",
            "Julia, Python",
            "Scala and Spark for data pipelines in Java",
            "Swift and Objective-C for iOS",
            "Programming, 6 ECTS",
            "Lean 4 and mathlib",
        ],
        [
            "A survey of the ball python",
            "Python skin is used for leather.",
            "Field work on the island of Java",
            "Central Java, Indonesia",
            "C major and C minor",
            "Vitamin C",
            "Hepatitis C",
            "Driving licence B and C",
            "Manager of R&D",
            "R & D department",
            "Scholarship of Rs. 50,000",
            "R. Berg, professor",
            "Go to the gym",
            "Ready to go abroad",
            "Julia Berg, referee",
            "My sister Julia",
            "Rust on steel bridges",
            "La Scala opera house",
            "Swift response to customers",
            "Ruby and pearl jewellery",
            "Delphi, an excavation in Greece",
            "Linear programming and duality",
            "Programming of a film festival",
            "Lean management",
        ],
    ),
    (
        "equivariant_networks",
        ["Steerable CNNs", "Clebsch-Gordan networks", "Group-equivariant convolutional networks"],
        ["Equivariant cohomology of toric varieties", "Equivariant K-theory", "Steerable antennas"],
    ),
    (
        "neural_tangent_kernels",
        ["The neural tangent kernel at finite width"],
        ["Patches of the Linux kernel", "A wide network of contacts in industry", "Tangent spaces"],
    ),
    (
        "geometric_deep_learning",
        ["Message passing on molecular graphs", "Learning on manifolds"],
        ["Message passing with MPI", "Exhaust manifolds", "The graph of a function"],
    ),
    (
        "geometry_of_data",
        ["Persistent homology of point clouds", "Optimal transport"],
        ["A persistent cough", "Public transport in an optimal network of buses"],
    ),
    (
        "information_geometry",
        ["Natural gradient descent", "The Fisher-Rao metric"],
        ["The natural gradient of the terrain", "Fisher boats", "Tourist information"],
    ),
    (
        "dl_for_pure_mathematics",
        ["Knot invariants and machine learning", "AI for mathematics"],
        ["Wooden knots, found by a neural network", "Lean management", "Teaching mathematics"],
    ),
    (
        "computer_vision",
        ["Visual SLAM", "Semantic segmentation"],
        ["The vision of the company", "Grand slam", "Segmentation of the market"],
    ),
    (
        "quantum_chemistry",
        ["DFT of small molecules", "Coupled cluster and Hartree-Fock"],
        ["DFT and FFT in signal processing", "A cluster of companies", "Chemistry in the team"],
    ),
    (
        "condensed_matter",
        ["Topological insulators", "Superconductivity"],
        ["Condensed milk", "Spin class in the gym", "Leader of a jazz band"],
    ),
    (
        "explainable_ai",
        ["SHAP values of the model", "LIME and SHAP"],
        ["Lime mortar", "Lime juice", "Black box of an aircraft", "Attribution of a painting"],
    ),
]
FOUND = [(lexicon, text) for lexicon, found, _ in WORDS for text in found]
LEFT = [(lexicon, text) for lexicon, _, left in WORDS for text in left]

COURSES: list[tuple[str, list[str]]] = [
    (
        "statistics",
        [
            "Probability",
            "Time Series",
            "Matematisk statistik",
            "Stochastik",
            "Probabilités et statistiques",
            "Estadística",
            "Calcolo delle probabilità",
            "Kansrekening",
            "Sannsynlighetsregning",
            "Sandsynlighedsregning",
            "Probabilidade e estatística",
        ],
    ),
    (
        "machine_learning",
        [
            "Pattern Recognition",
            "Maskininlärning",
            "Maschinelles Lernen",
            "Apprentissage automatique",
            "Aprendizaje automático",
            "Apprendimento automatico",
            "Machinaal leren",
            "Maskinlæring",
            "Aprendizagem automática",
        ],
    ),
    (
        "neural_networks",
        [
            "Artificiella neuronnät",
            "Neuronale Netze",
            "Réseaux de neurones",
            "Redes neuronales",
            "Reti neurali",
            "Neurale netwerken",
            "Nevrale nettverk",
            "Redes neurais",
        ],
    ),
    (
        "programming",
        [
            "Programming",
            "Algorithms",
            "Programmeringsteknik",
            "Programmieren I",
            "Algorithmique et programmation",
            "Programación",
            "Fondamenti di informatica",
            "Inleiding programmeren",
            "Innføring i programmering",
            "Programação",
        ],
    ),
    (
        "study_fields",
        [
            "Linjär algebra",
            "Optimierung",
            "Équations aux dérivées partielles",
            "Ecuaciones diferenciales",
            "Meccanica razionale",
            "Differentiaalvergelijkingen",
            "Kvantemekanikk",
            "Termodinâmica",
        ],
    ),
]
OTHER_COURSES = [
    "Discourse analysis",
    "Analyse financière",
    "Análisis literario",
    "Kemisk analys",
    "Physical education",
    "Organic chemistry",
    "Ledarskap",
    "Lernpsychologie",
    "Group dynamics",
]


@functools.cache
def matcher() -> ConceptMatcher:
    return concept_matcher(read_lexicons(data_root() / "lexicons"))


def lexicons_in(text: str, known: tuple[str, ...] = ()) -> set[str]:
    return {hit.lexicon for hit in matcher().find(text, known)}


@pytest.mark.parametrize(("lexicon", "text"), FOUND)
def test_own_meaning_is_found(lexicon: str, text: str) -> None:
    assert lexicon in lexicons_in(text)


@pytest.mark.parametrize(("lexicon", "text"), LEFT)
def test_other_meaning_is_left(lexicon: str, text: str) -> None:
    assert lexicon not in lexicons_in(text)


@pytest.mark.parametrize(
    ("lexicon", "title"), [(lexicon, title) for lexicon, titles in COURSES for title in titles]
)
def test_names_of_courses_in_many_languages(lexicon: str, title: str) -> None:
    assert lexicon in lexicons_in(title, ("course",))


@pytest.mark.parametrize("title", OTHER_COURSES)
def test_courses_of_other_fields_are_no_relevant_courses(title: str) -> None:
    areas = {"group_theory", *(lexicon for lexicon, _ in COURSES)}
    assert lexicons_in(title, ("course",)).isdisjoint(areas)
