# What onebook.cmd needs before Java starts: a JDK 17 or newer, a build that is newer than the
# sources, and target\java.args with the options for Java. `test` runs the tests instead.
param([string]$Command = '', [string]$Test = '')
$top = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$target = Join-Path $top 'target'

function Stop-With([int]$Code, [string[]]$Sentences) {
    $Sentences | ForEach-Object { [Console]::Error.WriteLine($_) }
    exit $Code
}

function Find-Java {
    if ($env:JAVA_HOME) { $java = Join-Path $env:JAVA_HOME 'bin\java.exe' }
    else { $java = (Get-Command java.exe -ErrorAction SilentlyContinue).Source }
    $install = 'Install one:  winget install EclipseAdoptium.Temurin.17.JDK'
    if (-not $java -or -not (Test-Path $java)) {
        Stop-With 69 'OneBook needs a JDK, version 17 or newer.', $install
    }
    $version = (& cmd /c "`"$java`" -version 2>&1" | Select-String 'version "(\d+)').Matches
    $number = if ($version) { [int]$version[0].Groups[1].Value } else { 0 }
    if ($number -lt 17) {
        Stop-With 69 "OneBook needs a JDK, version 17 or newer; the one at $java is older.", $install
    }
    return $number
}

function Assert-Maven {
    if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
        Stop-With 69 'Building OneBook needs Maven 3.8 or newer.', 'Install it:  choco install maven'
    }
}

function Test-Built([string]$Stamp, [string[]]$Sources) {
    if (-not (Test-Path $Stamp) -or (Get-Content $Stamp -Encoding UTF8) -ne $top) { return $false }
    $built = (Get-Item $Stamp).LastWriteTimeUtc
    $newer = $Sources | ForEach-Object { Get-ChildItem (Join-Path $top $_) -Recurse -File } |
        Where-Object { $_.FullName -notlike "$top\templates\target\*" -and
            $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1
    return -not $newer
}

function Invoke-Build([string]$Stamp, [string]$Module) {
    Assert-Maven
    [Console]::Error.WriteLine('Building OneBook (the first time takes some minutes).')
    $log = Join-Path $target 'build.log'
    $began = [DateTime]::UtcNow
    & mvn -B -ntp -f (Join-Path $top 'pom.xml') -pl $Module -am -DskipTests package > $log
    if ($LASTEXITCODE -ne 0) {
        Get-Content $log | Where-Object { $_ -notlike '`[INFO`]*' } | Select-Object -First 80 |
            ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-With 70 "OneBook could not be built. The whole output is in $log"
    }
    Set-Content $Stamp $top -Encoding UTF8
    (Get-Item $Stamp).LastWriteTimeUtc = $began
}

function Write-Options([int]$JavaVersion) {
    $jars = 'app\target\onebook-app-*.jar', 'robots\target\onebook.jar',
        'templates\target\onebook-templates-*.jar' | ForEach-Object {
            Get-ChildItem (Join-Path $top $_) | Select-Object -First 1
        } | ForEach-Object { $_.FullName }
    $path = @($jars) + @((Get-Content (Join-Path $target 'classpath.txt')) -split ';')
    $path += Join-Path $top 'src\test\target\test-classes'
    $options = '-Dfile.encoding=UTF-8', '-Dstdout.encoding=UTF-8', '-Dstderr.encoding=UTF-8'
    if ($JavaVersion -ge 22) { $options += '--enable-native-access=ALL-UNNAMED' }
    if ($JavaVersion -ge 24) { $options += '--sun-misc-unsafe-memory-access=allow' }
    $options += '-cp "' + (($path -join ';') -replace '\\', '\\') + '"'
    [IO.File]::WriteAllLines((Join-Path $target 'java.args'), $options,
        [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::CurrentCulture.TextInfo.ANSICodePage))
}

$version = Find-Java
New-Item -ItemType Directory -Force $target | Out-Null
if ($Command -eq 'test') {
    Assert-Maven
    $only = if ($Test) { "-Dtest=$Test", '-Dsurefire.failIfNoSpecifiedTests=false' } else { @() }
    & mvn -B -ntp -f (Join-Path $top 'pom.xml') -pl src/test -am @only verify
    exit $LASTEXITCODE
}
$sources = 'pom.xml', 'templates', 'robots\pom.xml', 'robots\src', 'app\pom.xml', 'app\src'
if ($Command -eq 'sample') {
    $stamp = Join-Path $target 'built-tests'
    if (-not (Test-Built $stamp ($sources + 'src\test\pom.xml', 'src\test\java'))) {
        Invoke-Build $stamp 'src/test'
    }
} else {
    $stamp = Join-Path $target 'built-product'
    if (-not (Test-Built $stamp $sources)) { Invoke-Build $stamp 'app' }
}
Write-Options $version
